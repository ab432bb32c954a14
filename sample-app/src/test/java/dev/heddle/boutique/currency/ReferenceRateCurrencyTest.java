package dev.heddle.boutique.currency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.values.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceRateCurrencyTest {
  private final Currency currency = new ReferenceRateCurrency();

  @Test
  void takesAtLeastThirtyCurrenciesInOrder() {
    assertThat(currency.supported())
        .hasSizeGreaterThanOrEqualTo(30)
        .isSorted()
        .contains("EUR", "USD", "JPY", "CAD", "GBP", "TRY");
  }

  @Test
  void knowsTheCoinsOfEveryCurrency() {
    for (String code : currency.supported())
      assertThat(EuroRates.decimals(code))
          .as(code)
          .isEqualTo(java.util.Currency.getInstance(code).getDefaultFractionDigits());
  }

  @ParameterizedTest
  @CsvSource({
    // 24.90 / 1.0765 = 23.1305... ; * 169.35 = 3917.15...
    "24, 900000000, USD, EUR, 23, 130000000",
    "24, 900000000, USD, JPY, 3917, 0",
    // exactly 10.765
    "10, 0, EUR, USD, 10, 760000000",
    "24, 900000000, USD, USD, 24, 900000000",
    "-24, -900000000, USD, EUR, -23, -130000000",
    "0, 0, USD, EUR, 0, 0",
  })
  void convertsByWayOfTheEuro(
      long units, int nanos, String from, String to, long toUnits, int toNanos) throws Exception {
    assertThat(currency.convert(new Money(from, units, nanos), to))
        .isEqualTo(new Money(to, toUnits, toNanos));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5000000, 0, 0",
    "0, 15000000, 0, 20000000",
    "0, 25000000, 0, 20000000",
    "0, 995000001, 1, 0",
    "0, 994999999, 0, 990000000",
  })
  void roundsHalfToEvenAndCarries(long units, int nanos, long toUnits, int toNanos)
      throws Exception {
    assertThat(currency.convert(new Money("EUR", units, nanos), "EUR"))
        .isEqualTo(new Money("EUR", toUnits, toNanos));
  }

  @Test
  void saysWhichCurrencyItDoesNotTake() {
    assertThatThrownBy(() -> currency.convert(Money.zero("USD"), "XXX"))
        .isInstanceOfSatisfying(
            UnknownCurrency.class, unknown -> assertThat(unknown.currencyCode()).isEqualTo("XXX"));
    assertThatThrownBy(() -> currency.convert(Money.zero("XXX"), "USD"))
        .isInstanceOf(UnknownCurrency.class);
  }

  @Test
  void saysWhenAnAmountDoesNotFit() {
    assertThatThrownBy(() -> currency.convert(new Money("EUR", Long.MAX_VALUE, 0), "IDR"))
        .isInstanceOf(ArithmeticException.class);
  }
}
