package dev.heddle.boutique.checkout;

import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.OrderLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How a draft is stored: a line with its state and numbers, a line with the shipping cost, then a
 * line for each product with its id, quantity and unit price. Words are separated by spaces.
 */
final class DraftFormat {
  private DraftFormat() {}

  static byte[] encode(OrderDraft draft) {
    StringBuilder text = new StringBuilder(draft.placed() ? "placed" : "priced");
    text.append(' ').append(draft.orderId()).append(' ').append(draft.trackingId());
    text.append(' ').append(draft.transactionId()).append('\n');
    append(text, draft.shippingCost());
    for (OrderLine line : draft.lines()) {
      text.append(line.item().productId()).append(' ').append(line.item().quantity()).append(' ');
      append(text, line.unitPrice());
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @throws IllegalStateException when it is something else
   */
  static OrderDraft decode(byte[] stored) {
    try {
      String[] lines = new String(stored, StandardCharsets.UTF_8).split("\n");
      String[] head = words(lines[0], 4);
      Money shippingCost = money(words(lines[1], 3), 0);
      List<OrderLine> ordered = new ArrayList<>();
      for (int i = 2; i < lines.length; i++) ordered.add(line(words(lines[i], 5)));
      return new OrderDraft(
          head[0].equals("placed"), head[1], head[2], head[3], shippingCost, List.copyOf(ordered));
    } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
      throw new IllegalStateException("A stored order is unreadable", unreadable);
    }
  }

  private static void append(StringBuilder text, Money money) {
    text.append(money.currencyCode()).append(' ').append(money.units());
    text.append(' ').append(money.nanos()).append('\n');
  }

  private static OrderLine line(String[] words) {
    return new OrderLine(new LineItem(words[0], Integer.parseInt(words[1])), money(words, 2));
  }

  private static Money money(String[] words, int at) {
    return new Money(words[at], Long.parseLong(words[at + 1]), Integer.parseInt(words[at + 2]));
  }

  private static String[] words(String line, int count) {
    String[] words = line.split(" ");
    if (words.length != count) throw new IllegalArgumentException("not " + count + " words");
    return words;
  }
}
