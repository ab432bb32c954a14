package dev.heddle.boutique.payment;

import dev.heddle.boutique.values.Money;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;

/** Charges cards. */
@ComponentInterface
public interface Payment {

  /**
   * Charges a card, at most once for each idempotency key: a call with a key that was charged
   * before returns the first call's receipt and charges nothing. A refused card leaves the key
   * unused.
   *
   * @param idempotencyKey 1 to 200 letters, digits, dashes or underscores
   * @param amount above nothing
   */
  @Idempotent
  Receipt charge(String idempotencyKey, Money amount, Card card)
      throws InvalidCard, CardExpired, UnsupportedCard, IdempotencyKeyReused;
}
