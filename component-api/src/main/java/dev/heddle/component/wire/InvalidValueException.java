package dev.heddle.component.wire;

/** A Java value that cannot cross a boundary, though its type can: the caller's or callee's bug. */
public final class InvalidValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with the value. */
  public InvalidValueException(String message) {
    super(message);
  }

  /**
   * The value, when there is one.
   *
   * @param place what holds the value, such as {@code LineItem.sku}
   * @throws InvalidValueException when it is null
   */
  public static <T> T present(@org.jspecify.annotations.Nullable T value, String place) {
    if (value == null) {
      throw new InvalidValueException(
          place + " is null; a value that crosses a boundary never is: use Optional");
    }
    return value;
  }
}
