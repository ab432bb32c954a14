package dev.heddle.boutique.front;

import dev.heddle.boutique.values.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts of money for people. */
final class Prices {
  private Prices() {}

  /** An amount with its currency's sign or code, as {@code $24.90} or {@code CHF 22.30}. */
  static String text(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
    Currency currency = Currency.getInstance(money.currencyCode());
    format.setCurrency(currency);
    format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    return format.format(amount(money));
  }

  private static BigDecimal amount(Money money) {
    return BigDecimal.valueOf(money.units()).add(BigDecimal.valueOf(money.nanos(), 9));
  }
}
