package dev.heddle.boutique;

import dev.heddle.component.capability.RandomSource;
import java.util.SplittableRandom;
import java.util.UUID;

/** Repeatable randomness. */
public final class SeededRandom implements RandomSource {
  private final SplittableRandom random;

  public SeededRandom(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public synchronized long nextLong() {
    return random.nextLong();
  }

  @Override
  public synchronized int nextInt(int bound) {
    return random.nextInt(bound);
  }

  @Override
  public synchronized byte[] nextBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  @Override
  public synchronized UUID nextUuid() {
    return new UUID((nextLong() & ~0xF000L) | 0x4000L, (nextLong() >>> 2) | Long.MIN_VALUE);
  }
}
