package dev.heddle.wasm.guest;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Hash codes as the JDK computes them. */
public final class Numbers {
  private static final int PRIME = 31;

  private Numbers() {}

  /** For {@link BigInteger#hashCode}. */
  public static int hash(BigInteger number) {
    BigInteger magnitude = number.abs();
    int hash = 0;
    for (int word = (magnitude.bitLength() - 1) / Integer.SIZE; word >= 0; word--) {
      hash = PRIME * hash + magnitude.shiftRight(word * Integer.SIZE).intValue();
    }
    return hash * number.signum();
  }

  /** For {@link BigDecimal#hashCode}. */
  public static int hash(BigDecimal number) {
    return PRIME * hash(number.unscaledValue()) + number.scale();
  }
}
