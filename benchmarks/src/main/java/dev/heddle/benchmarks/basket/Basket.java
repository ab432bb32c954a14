package dev.heddle.benchmarks.basket;

import dev.heddle.component.ComponentInterface;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds up what somebody wants to buy: ordinary code, with records, streams and exact decimals. */
@ComponentInterface
public interface Basket {

  /** A call that does next to nothing, so that only the way to it is measured. */
  byte[] echo(byte[] bytes);

  /** What a basket costs. */
  Total total(List<Line> lines, String country, Discount discount);

  /** So many of one thing. */
  record Line(String sku, String name, int quantity, BigDecimal price) {}

  /** What is to be paid, and how much of it for what. */
  record Total(BigDecimal net, BigDecimal tax, BigDecimal gross, Map<String, BigDecimal> bySku) {}

  /** What is taken off. */
  sealed interface Discount permits Percent, Fixed, None {}

  /** A share of the whole, in hundredths. */
  record Percent(int percent) implements Discount {}

  /** An amount. */
  record Fixed(BigDecimal amount) implements Discount {}

  /** Nothing is taken off. */
  record None() implements Discount {}

  /** The basket of twenty lines that is measured. */
  static List<Line> sample() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      BigDecimal price = new BigDecimal("19.99").add(BigDecimal.valueOf(i));
      lines.add(new Line("SKU-" + i % 10, "Product number " + i, 1 + i % 3, price));
    }
    return List.copyOf(lines);
  }
}
