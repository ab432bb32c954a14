package dev.heddle.wasm.guest;

/** Randomness of the host, where it was granted. */
public final class Entropy {
  private static final int DOUBLE_BITS = 53;
  private static final double UNIT = 0x1.0p-53;

  private Entropy() {}

  /** 64 random bits. */
  public static long next() {
    return Imports.entropy();
  }

  /** For {@link Math#random}. */
  public static double random() {
    return (next() >>> (Long.SIZE - DOUBLE_BITS)) * UNIT;
  }
}
