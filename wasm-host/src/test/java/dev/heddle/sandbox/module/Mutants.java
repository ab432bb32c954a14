package dev.heddle.sandbox.module;

import java.util.Random;
import java.util.random.RandomGenerator;

/** Modules with a few bytes changed, the same for the same seed. */
public final class Mutants {
  private final byte[] module;
  private final RandomGenerator random;

  public Mutants(byte[] module, long seed) {
    this.module = module;
    this.random = new Random(seed);
  }

  /** The next one: of one byte changed, or more. */
  public byte[] next(int changes) {
    byte[] mutant = module.clone();
    for (int i = 0; i < changes; i++)
      mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
    return mutant;
  }
}
