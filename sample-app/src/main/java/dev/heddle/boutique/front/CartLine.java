package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.values.Money;

/** A line of the cart as a page shows it. */
record CartLine(Product product, int quantity, Money cost) {}
