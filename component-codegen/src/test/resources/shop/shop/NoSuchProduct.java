package shop;

public final class NoSuchProduct extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String sku;

  public NoSuchProduct(String sku) {
    super("no product " + sku);
    this.sku = sku;
  }

  public String getSku() {
    return sku;
  }
}
