package dev.heddle.boutique.ad;

import dev.heddle.boutique.values.Require;

/**
 * A line of praise for a product.
 *
 * @param productId the product
 * @param text what to say, 1 to 200 characters
 */
public record Advertisement(String productId, String text) {
  public Advertisement {
    Require.id("A product id", productId, 32);
    Require.text("An advertisement", text, 1, 200);
  }
}
