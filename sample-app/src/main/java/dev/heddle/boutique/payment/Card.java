package dev.heddle.boutique.payment;

import dev.heddle.boutique.values.Require;

/**
 * A credit card as its holder typed it; whether it can be charged is for {@link Payment} to say.
 * Its text form never shows the number or the verification value.
 *
 * @param number up to 32 characters; spaces and dashes do not count
 * @param expirationMonth month of the expiry date, 1 for January
 * @param expirationYear year of the expiry date, four digits
 * @param verificationValue up to 8 characters
 */
public record Card(
    String number, int expirationMonth, int expirationYear, String verificationValue) {
  public Card {
    Require.text("A card number", number, 0, 32);
    Require.text("A card verification value", verificationValue, 0, 8);
    number = number.replace(" ", "").replace("-", "");
  }

  /** The digits that may be shown: the last four, or nothing of a number shorter than twelve. */
  public String lastFour() {
    return number.length() < 12 ? "" : number.substring(number.length() - 4);
  }

  @Override
  public String toString() {
    return "Card[number=****" + lastFour() + "]";
  }
}
