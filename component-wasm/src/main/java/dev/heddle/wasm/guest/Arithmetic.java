package dev.heddle.wasm.guest;

/** What WebAssembly ends with a trap where Java throws an exception, or does not fail at all. */
public final class Arithmetic {
  private Arithmetic() {}

  /** For {@code dividend / divisor}. */
  public static int divide(int dividend, int divisor) {
    if (divisor == 0) throw byZero();
    return divisor == -1 ? -dividend : dividend / divisor;
  }

  /** For {@code dividend % divisor}. */
  public static int remainder(int dividend, int divisor) {
    if (divisor == 0) throw byZero();
    return divisor == -1 ? 0 : dividend % divisor;
  }

  /** For {@code dividend / divisor}. */
  public static long divide(long dividend, long divisor) {
    if (divisor == 0) throw byZero();
    return divisor == -1 ? -dividend : dividend / divisor;
  }

  /** For {@code dividend % divisor}. */
  public static long remainder(long dividend, long divisor) {
    if (divisor == 0) throw byZero();
    return divisor == -1 ? 0 : dividend % divisor;
  }

  /** For {@code new int[length]} and its like. */
  public static int size(int length) {
    if (length < 0) throw new NegativeArraySizeException(Integer.toString(length));
    return length;
  }

  private static ArithmeticException byZero() {
    return new ArithmeticException("/ by zero");
  }
}
