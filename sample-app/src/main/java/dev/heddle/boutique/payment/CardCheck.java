package dev.heddle.boutique.payment;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Whether a card can be charged. */
final class CardCheck {
  private CardCheck() {}

  /** The brand of a card that can be charged at an instant. */
  static CardBrand check(Card card, Instant now) throws InvalidCard, CardExpired, UnsupportedCard {
    String number = card.number();
    if (!isDigits(number, 12, 19)) throw new InvalidCard("its number has 12 to 19 digits");
    if (!hasCheckDigit(number)) throw new InvalidCard("its number has a typing error in it");
    CardBrand brand = CardBrand.of(number).orElse(null);
    if (brand == null) throw new UnsupportedCard(foreignBrand(number));
    if (!isDigits(card.verificationValue(), 3, 3))
      throw new InvalidCard("its security code (CVV) has 3 digits");
    checkExpiry(card.expirationMonth(), card.expirationYear(), now);
    return brand;
  }

  /** A card is good until the last day of its month, wherever on Earth that day ends last. */
  private static void checkExpiry(int month, int year, Instant now)
      throws InvalidCard, CardExpired {
    if (month < 1 || month > 12 || year < 1000 || year > 9999)
      throw new InvalidCard("its expiry date is a month (1 to 12) and a year of four digits");
    ZonedDateTime today = now.atZone(ZoneOffset.ofHours(-12));
    if (year * 12 + month < today.getYear() * 12 + today.getMonthValue())
      throw new CardExpired(month, year);
  }

  private static boolean isDigits(String text, int least, int most) {
    if (text.length() < least || text.length() > most) return false;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
    return true;
  }

  /** Luhn's formula: every second digit from the right counts twice, and the sum ends in 0. */
  private static boolean hasCheckDigit(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  private static String foreignBrand(String number) {
    if (number.startsWith("34") || number.startsWith("37")) return "American Express";
    if (number.startsWith("6011") || number.startsWith("65")) return "Discover";
    if (number.startsWith("35")) return "JCB";
    if (number.startsWith("36") || number.startsWith("38")) return "Diners Club";
    return "cards of this brand";
  }
}
