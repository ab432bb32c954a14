package dev.heddle.boutique.checkout;

/** There is nothing in the cart to order. */
public final class EmptyCart extends Exception {
  private static final long serialVersionUID = 1L;

  /** Reports a cart without content. */
  public EmptyCart() {
    super("There is nothing in the cart to order");
  }
}
