package dev.heddle.boutique.ad;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import java.util.List;

/** Advertisements. A page does without when this component is slow or down. */
@ComponentInterface
public interface Ad {

  /**
   * Up to two advertisements that fit the categories, in random order; any two when none fits or no
   * category is given.
   */
  @Idempotent
  List<Advertisement> fitting(List<String> categories);
}
