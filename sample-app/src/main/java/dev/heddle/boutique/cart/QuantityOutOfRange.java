package dev.heddle.boutique.cart;

/** An addition to a cart was of too few or too many. */
public final class QuantityOutOfRange extends Exception {
  private static final long serialVersionUID = 1L;

  private final int quantity;
  private final int least;
  private final int most;

  /** Reports the quantity asked for and the bounds, both included. */
  public QuantityOutOfRange(int quantity, int least, int most) {
    super("You can add " + least + " to " + most + " of a product at a time, not " + quantity);
    this.quantity = quantity;
    this.least = least;
    this.most = most;
  }

  /** The quantity asked for. */
  public int quantity() {
    return quantity;
  }

  /** The least that can be added. */
  public int least() {
    return least;
  }

  /** The most that can be added. */
  public int most() {
    return most;
  }
}
