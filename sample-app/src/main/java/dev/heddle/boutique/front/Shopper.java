package dev.heddle.boutique.front;

/**
 * Who sent a request.
 *
 * @param id the session, a random UUID; the cart's owner
 * @param currency code of the currency to show prices in; what the cookie says, which may be
 *     anything
 */
record Shopper(String id, String currency) {}
