package dev.heddle.microservices;

import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.values.Money;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Currency}. */
@RestController
final class CurrencyController implements CurrencyExchange {
  private final Currency rates;

  CurrencyController(Implementations implementations) {
    rates = implementations.of(Currency.class);
  }

  @Override
  public List<String> supported() {
    return rates.supported();
  }

  @Override
  public Money convert(Money amount, String currencyCode) throws UnknownCurrency {
    return rates.convert(amount, currencyCode);
  }
}
