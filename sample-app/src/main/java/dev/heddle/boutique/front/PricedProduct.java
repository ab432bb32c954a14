package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.values.Money;

/** A product with its price in the shopper's currency. */
record PricedProduct(Product product, Money price) {}
