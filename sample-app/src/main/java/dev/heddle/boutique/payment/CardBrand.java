package dev.heddle.boutique.payment;

import java.util.Optional;

/** The card brands that the shop takes. */
public enum CardBrand {
  VISA,
  MASTERCARD;

  /** The brand of a card number made of digits, empty for a brand that the shop does not take. */
  static Optional<CardBrand> of(String number) {
    int length = number.length();
    if (number.startsWith("4") && (length == 13 || length == 16 || length == 19))
      return Optional.of(VISA);
    if (length == 16 && isMasterCard(Integer.parseInt(number.substring(0, 4))))
      return Optional.of(MASTERCARD);
    return Optional.empty();
  }

  private static boolean isMasterCard(int prefix) {
    return (prefix >= 5100 && prefix <= 5599) || (prefix >= 2221 && prefix <= 2720);
  }
}
