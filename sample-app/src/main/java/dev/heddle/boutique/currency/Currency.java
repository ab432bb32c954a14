package dev.heddle.boutique.currency;

import dev.heddle.boutique.values.Money;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import java.util.List;

/** Exchange between the currencies that the shop takes. */
@ComponentInterface
public interface Currency {

  /** Codes of the currencies that the shop takes, in alphabetical order. */
  @Idempotent
  List<String> supported();

  /**
   * An amount in another currency, as one can pay it: rounded half to even to the currency's
   * smallest coin (a hundredth, or a whole unit for currencies without hundredths).
   */
  @Idempotent
  Money convert(Money amount, String currencyCode) throws UnknownCurrency;
}
