package shop;

public final class CartFull extends Exception {
  private static final long serialVersionUID = 1L;

  private final int limit;

  public CartFull(String message, int limit) {
    super(message);
    this.limit = limit;
  }

  public int limit() {
    return limit;
  }
}
