package dev.heddle.boutique.values;

/**
 * A product and how many of it.
 *
 * @param productId 1 to 32 letters, digits, dashes or underscores
 * @param quantity 1 to {@value #MAX_QUANTITY}
 */
public record LineItem(String productId, int quantity) {
  /** As many of one product as a line can say. */
  public static final int MAX_QUANTITY = 999;

  public LineItem {
    Require.id("A product id", productId, 32);
    Require.that(
        quantity >= 1 && quantity <= MAX_QUANTITY,
        "A quantity is 1 to " + MAX_QUANTITY + ", found " + quantity);
  }
}
