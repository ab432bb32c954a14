package dev.heddle.microservices;

import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.values.Money;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Conversions over HTTP. */
interface CurrencyExchange extends Currency {

  @Override
  @GetExchange("/currencies")
  List<String> supported();

  @Override
  @PostExchange("/currencies/{currencyCode}/amounts")
  Money convert(@RequestBody Money amount, @PathVariable String currencyCode)
      throws UnknownCurrency;
}
