package dev.heddle.boutique.currency;

import dev.heddle.boutique.values.Money;
import dev.heddle.component.ComponentImplementation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** Converts by way of the euro, rounding once, at the end. */
@ComponentImplementation
final class ReferenceRateCurrency implements Currency {
  private static final BigInteger NANOS_PER_UNIT = BigInteger.valueOf(1_000_000_000);

  private final Map<String, BigDecimal> rates = EuroRates.byCurrency();
  private final List<String> supported = List.copyOf(rates.keySet());

  ReferenceRateCurrency() {}

  @Override
  public List<String> supported() {
    return supported;
  }

  @Override
  public Money convert(Money amount, String currencyCode) throws UnknownCurrency {
    BigDecimal from = rate(amount.currencyCode());
    BigDecimal to = rate(currencyCode);
    BigDecimal converted =
        exact(amount)
            .multiply(to)
            .divide(from, EuroRates.decimals(currencyCode), RoundingMode.HALF_EVEN);
    return money(converted, currencyCode);
  }

  private BigDecimal rate(String currencyCode) throws UnknownCurrency {
    BigDecimal rate = rates.get(currencyCode);
    if (rate == null) throw new UnknownCurrency(currencyCode);
    return rate;
  }

  private static BigDecimal exact(Money amount) {
    return BigDecimal.valueOf(amount.units()).add(BigDecimal.valueOf(amount.nanos(), 9));
  }

  private static Money money(BigDecimal amount, String currencyCode) {
    BigInteger[] parts = amount.setScale(9).unscaledValue().divideAndRemainder(NANOS_PER_UNIT);
    if (parts[0].bitLength() > 63)
      throw new ArithmeticException("The amount is too large to be expressed in " + currencyCode);
    return new Money(currencyCode, parts[0].longValue(), parts[1].intValue());
  }
}
