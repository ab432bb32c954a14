package dev.heddle.boutique.catalog;

import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Require;
import java.util.List;

/**
 * Something the shop sells.
 *
 * @param id 1 to 32 letters, digits, dashes or underscores
 * @param name 1 to 100 characters
 * @param description 1 to 1,000 characters
 * @param categories what sort of thing it is, at least one
 * @param price what one costs, in US dollars
 */
public record Product(
    String id, String name, String description, List<String> categories, Money price) {
  public Product {
    Require.id("A product id", id, 32);
    Require.text("A product's name", name, 1, 100);
    Require.text("A product's description", description, 1, 1_000);
    categories = List.copyOf(categories);
    Require.that(!categories.isEmpty(), "A product has at least one category");
    Require.that(price.exceedsZero(), "A product's price is above nothing");
  }
}
