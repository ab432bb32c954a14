package shop.values;

import java.util.List;
import java.util.Map;

public record Money(String currency, long minor) {
  private static final List<String> CURRENCIES = List.of("EUR", "USD");
  private static final Map<String, Integer> DIGITS = Map.of("EUR", 2, "USD", 2);
  static final int MOST = 1_000_000;

  public Money {
    if (!CURRENCIES.contains(currency) || DIGITS.get(currency) != 2 || minor > MOST) {
      throw new IllegalArgumentException(currency);
    }
  }
}
