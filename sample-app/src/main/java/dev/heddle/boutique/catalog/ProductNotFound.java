package dev.heddle.boutique.catalog;

/** The shop has no product with this id. */
public final class ProductNotFound extends Exception {
  private static final long serialVersionUID = 1L;

  private final String productId;

  /** Reports the id that was asked for. */
  public ProductNotFound(String productId) {
    super("There is no product '" + productId + "'");
    this.productId = productId;
  }

  /** The id that was asked for. */
  public String productId() {
    return productId;
  }
}
