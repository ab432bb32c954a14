package dev.heddle.boutique.front;

import dev.heddle.boutique.values.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes amounts as people read them; the pages know it as {@code prices}. */
@Component("prices")
final class Prices {

  /** Such as {@code $1,234.50} or {@code ¥1,235}. */
  public String of(Money amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
    Currency currency = Currency.getInstance(amount.currencyCode());
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setCurrency(currency);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(
        BigDecimal.valueOf(amount.units()).add(BigDecimal.valueOf(amount.nanos(), 9)));
  }
}
