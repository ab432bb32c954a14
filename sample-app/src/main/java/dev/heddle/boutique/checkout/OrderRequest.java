package dev.heddle.boutique.checkout;

import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.Require;

/**
 * Who orders what is in the cart, and how it is paid and sent.
 *
 * @param idempotencyKey 1 to 100 letters, digits, dashes or underscores; the same for every attempt
 *     at one order
 * @param userId whose cart it is, 1 to 64 letters, digits, dashes or underscores
 * @param currencyCode the currency to pay in
 * @param email where the confirmation goes, 3 to 254 characters
 */
public record OrderRequest(
    String idempotencyKey,
    String userId,
    String currencyCode,
    String email,
    Address address,
    Card card) {
  public OrderRequest {
    Require.id("An idempotency key", idempotencyKey, 100);
    Require.id("A user id", userId, 64);
    Require.text("An email address", email, 3, 254);
  }
}
