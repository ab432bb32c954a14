package dev.heddle.boutique.checkout;

import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.OrderLine;
import java.util.ArrayList;
import java.util.List;

/** Finds the prices of an order in the customer's currency. */
final class Pricing {
  private final Catalog catalog;
  private final Currency currency;
  private final Shipping shipping;

  Pricing(Catalog catalog, Currency currency, Shipping shipping) {
    this.catalog = catalog;
    this.currency = currency;
    this.shipping = shipping;
  }

  OrderDraft price(String orderId, List<LineItem> items, String currencyCode)
      throws ProductNotFound, UnknownCurrency {
    List<OrderLine> lines = new ArrayList<>();
    for (LineItem item : items) {
      Money price = catalog.get(item.productId()).price();
      lines.add(new OrderLine(item, currency.convert(price, currencyCode)));
    }
    Money shippingCost = currency.convert(shipping.quote(items), currencyCode);
    return OrderDraft.priced(orderId, shippingCost, lines);
  }
}
