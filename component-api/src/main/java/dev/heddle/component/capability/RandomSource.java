package dev.heddle.component.capability;

import dev.heddle.component.Capability;
import java.util.UUID;

/**
 * Randomness that cannot be predicted, and that a test can make repeatable. The only source of it
 * for a component. Safe for use by many threads.
 */
@Capability
public interface RandomSource {

  /** A uniformly distributed long. */
  long nextLong();

  /**
   * A uniformly distributed number from 0 (inclusive) to {@code bound} (exclusive).
   *
   * @throws IllegalArgumentException when {@code bound} is not positive
   */
  int nextInt(int bound);

  /** Random bytes, {@code count} (0 to 65,536) of them. */
  byte[] nextBytes(int count);

  /** A random UUID of version 4. */
  UUID nextUuid();
}
