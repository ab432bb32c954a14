package dev.heddle.boutique.currency;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What one euro buys. The figures are the euro foreign exchange reference rates that the European
 * Central Bank published for 11 June 2024: fixed, so that a price is the same on every replica and
 * in every test.
 */
final class EuroRates {
  /** Currencies of the table that have no coin below the whole unit (ISO 4217). */
  private static final Set<String> WITHOUT_HUNDREDTHS = Set.of("ISK", "JPY", "KRW");

  private static final String TABLE =
      """
      EUR 1
      USD 1.0765
      JPY 169.35
      BGN 1.9558
      CZK 24.686
      DKK 7.4588
      GBP 0.84365
      HUF 395.28
      PLN 4.3385
      RON 4.9768
      SEK 11.2345
      CHF 0.9641
      ISK 149.50
      NOK 11.4675
      TRY 34.8563
      AUD 1.6280
      BRL 5.7912
      CAD 1.4795
      CNY 7.8086
      HKD 8.4082
      IDR 17552.60
      ILS 3.9902
      INR 89.9490
      KRW 1481.35
      MXN 20.2743
      MYR 5.0784
      NZD 1.7528
      PHP 63.094
      SGD 1.4553
      THB 39.475
      ZAR 20.0486
      """;

  private EuroRates() {}

  /** The rates by currency code, in alphabetical order. */
  static Map<String, BigDecimal> byCurrency() {
    Map<String, BigDecimal> rates = new TreeMap<>();
    for (String line : TABLE.strip().split("\n")) {
      String[] words = line.split(" ");
      rates.put(words[0], new BigDecimal(words[1]));
    }
    return rates;
  }

  /** How many decimals an amount of a currency has. */
  static int decimals(String currencyCode) {
    return WITHOUT_HUNDREDTHS.contains(currencyCode) ? 0 : 2;
  }
}
