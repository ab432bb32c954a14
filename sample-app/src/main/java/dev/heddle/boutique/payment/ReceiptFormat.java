package dev.heddle.boutique.payment;

import dev.heddle.boutique.values.Money;
import java.nio.charset.StandardCharsets;

/** How a receipt is stored: six words, separated by spaces. */
final class ReceiptFormat {
  private ReceiptFormat() {}

  static byte[] encode(Receipt receipt) {
    Money amount = receipt.amount();
    String text =
        receipt.transactionId()
            + ' '
            + amount.currencyCode()
            + ' '
            + amount.units()
            + ' '
            + amount.nanos()
            + ' '
            + receipt.brand()
            + ' '
            + receipt.lastFour();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalStateException when it is something else
   */
  static Receipt decode(byte[] stored) {
    try {
      String[] words = new String(stored, StandardCharsets.UTF_8).split(" ");
      if (words.length != 6) throw new IllegalArgumentException("not 6 words");
      Money amount = new Money(words[1], Long.parseLong(words[2]), Integer.parseInt(words[3]));
      return new Receipt(words[0], amount, CardBrand.valueOf(words[4]), words[5]);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException("A stored receipt is unreadable", unreadable);
    }
  }
}
