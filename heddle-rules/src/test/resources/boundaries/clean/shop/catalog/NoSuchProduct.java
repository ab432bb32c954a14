package shop.catalog;

public final class NoSuchProduct extends Exception {
  public NoSuchProduct(String message) {
    super(message);
  }
}
