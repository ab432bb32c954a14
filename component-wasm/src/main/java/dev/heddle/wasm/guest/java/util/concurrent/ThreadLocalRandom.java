package dev.heddle.wasm.guest.java.util.concurrent;

import java.util.Random;

/** Stands for the JDK's class. */
public final class ThreadLocalRandom extends Random {
  private static final long serialVersionUID = 1L;
  private static final ThreadLocalRandom ONLY = new ThreadLocalRandom();

  private boolean seeded;

  private ThreadLocalRandom() {
    seeded = true;
  }

  public static ThreadLocalRandom current() {
    return ONLY;
  }

  @Override
  public void setSeed(long seed) {
    if (seeded) throw new UnsupportedOperationException();
    super.setSeed(seed);
  }
}
