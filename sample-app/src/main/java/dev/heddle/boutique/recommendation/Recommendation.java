package dev.heddle.boutique.recommendation;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import java.util.List;

/** What else a shopper may like. */
@ComponentInterface
public interface Recommendation {

  /** Ids of up to four products other than the given ones, in random order, none of them twice. */
  @Idempotent
  List<String> recommend(List<String> productIds);
}
