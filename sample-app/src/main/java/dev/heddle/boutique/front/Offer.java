package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.values.Money;

/**
 * A product with its price in the shopper's currency.
 *
 * @param product the product
 * @param price what one costs
 */
record Offer(Product product, Money price) {
  /** The price for people. */
  public String priceText() {
    return Prices.text(price);
  }
}
