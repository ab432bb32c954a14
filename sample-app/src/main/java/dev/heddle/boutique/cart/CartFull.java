package dev.heddle.boutique.cart;

/** An addition does not fit into the cart. */
public final class CartFull extends Exception {
  private static final long serialVersionUID = 1L;

  private final int products;
  private final int ofEach;

  /** Reports how many different products a cart holds, and how many of each. */
  public CartFull(int products, int ofEach) {
    super(
        "A cart holds up to "
            + products
            + " different products and up to "
            + ofEach
            + " of each; order or empty it first");
    this.products = products;
    this.ofEach = ofEach;
  }

  /** How many different products a cart holds. */
  public int products() {
    return products;
  }

  /** How many of one product a cart holds. */
  public int ofEach() {
    return ofEach;
  }
}
