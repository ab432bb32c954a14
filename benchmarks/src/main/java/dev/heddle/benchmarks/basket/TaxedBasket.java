package dev.heddle.benchmarks.basket;

import static java.math.RoundingMode.HALF_EVEN;

import dev.heddle.component.ComponentImplementation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Taxes what is sold where it is sent. */
@ComponentImplementation
final class TaxedBasket implements Basket {
  private static final Map<String, BigDecimal> RATES =
      Map.of("DE", new BigDecimal("0.19"), "FR", new BigDecimal("0.20"));

  TaxedBasket() {}

  @Override
  public byte[] echo(byte[] bytes) {
    return bytes;
  }

  @Override
  public Total total(List<Line> lines, String country, Discount discount) {
    if (lines.isEmpty()) throw new IllegalArgumentException("an empty basket has no total");
    Map<String, BigDecimal> bySku = new TreeMap<>();
    for (Line line : lines) bySku.merge(line.sku(), price(line), BigDecimal::add);
    BigDecimal net =
        lines.stream()
            .filter(line -> line.quantity() > 0)
            .map(TaxedBasket::price)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    net = net.subtract(off(net, discount));
    BigDecimal rate = RATES.getOrDefault(country, BigDecimal.ZERO);
    BigDecimal tax = net.multiply(rate).setScale(2, HALF_EVEN);
    return new Total(net.setScale(2, HALF_EVEN), tax, net.add(tax).setScale(2, HALF_EVEN), bySku);
  }

  private static BigDecimal price(Line line) {
    return line.price().multiply(BigDecimal.valueOf(line.quantity()));
  }

  private static BigDecimal off(BigDecimal net, Discount discount) {
    return switch (discount) {
      case Percent(int percent) ->
          net.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100), 2, HALF_EVEN);
      case Fixed(BigDecimal amount) -> amount;
      case None() -> BigDecimal.ZERO;
    };
  }
}
