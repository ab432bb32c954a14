package dev.heddle.boutique.front;

/**
 * Who looks at the shop.
 *
 * @param userId names the session, and with it the cart
 * @param currencyCode the currency that prices are shown in
 */
record Shopper(String userId, String currencyCode) {
  static final String DEFAULT_CURRENCY = "USD";
}
