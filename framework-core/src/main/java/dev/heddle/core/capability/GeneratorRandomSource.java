package dev.heddle.core.capability;

import dev.heddle.component.capability.RandomSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Randomness from a generator of the JDK; {@link java.security.SecureRandom} outside of tests. */
public final class GeneratorRandomSource implements RandomSource {
  private static final int MOST_BYTES = 65_536;

  private final RandomGenerator generator;

  /** Draws from {@code generator}, which must be safe for use by many threads. */
  public GeneratorRandomSource(RandomGenerator generator) {
    this.generator = generator;
  }

  @Override
  public long nextLong() {
    return generator.nextLong();
  }

  @Override
  public int nextInt(int bound) {
    return generator.nextInt(bound);
  }

  @Override
  public byte[] nextBytes(int count) {
    if (count < 0 || count > MOST_BYTES) {
      throw new IllegalArgumentException("0 to " + MOST_BYTES + " bytes at once, not " + count);
    }
    byte[] bytes = new byte[count];
    generator.nextBytes(bytes);
    return bytes;
  }

  @Override
  public UUID nextUuid() {
    // RFC 9562: four bits of version 4, two bits of variant 2.
    long high = generator.nextLong() & 0xFFFFFFFF_FFFF0FFFL | 0x4000L;
    long low = generator.nextLong() & 0x3FFFFFFF_FFFFFFFFL | 0x80000000_00000000L;
    return new UUID(high, low);
  }
}
