package dev.heddle.wasm.guest.java.security;

import dev.heddle.wasm.guest.Entropy;
import java.util.Random;

/** Stands for the JDK's class: every bit is the host's. */
public class SecureRandom extends Random {
  private static final long serialVersionUID = 1L;

  public SecureRandom() {
    super(0);
  }

  public SecureRandom(byte[] seed) {
    super(0);
  }

  public static SecureRandom getInstanceStrong() {
    return new SecureRandom();
  }

  public String getAlgorithm() {
    return "NativePRNG";
  }

  @Override
  public void setSeed(long seed) {}

  public void setSeed(byte[] seed) {}

  public byte[] generateSeed(int numBytes) {
    byte[] seed = new byte[numBytes];
    nextBytes(seed);
    return seed;
  }

  @Override
  protected final int next(int bits) {
    return (int) (Entropy.next() >>> (Long.SIZE - bits));
  }
}
