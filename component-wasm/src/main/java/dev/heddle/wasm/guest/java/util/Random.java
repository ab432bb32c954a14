package dev.heddle.wasm.guest.java.util;

import dev.heddle.wasm.guest.Entropy;
import java.io.Serializable;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Stands for the JDK's class, and draws the same numbers from the same seed. */
public class Random implements RandomGenerator, Serializable {
  private static final long serialVersionUID = 1L;
  private static final long MULTIPLIER = 0x5deece66dL;
  private static final long MASK = (1L << 48) - 1;

  private long seed;
  private double nextGaussian;
  private boolean haveNextGaussian;

  public Random() {
    this(Entropy.next());
  }

  @SuppressWarnings("this-escape") // as the JDK's
  public Random(long seed) {
    setSeed(seed);
  }

  public void setSeed(long seed) {
    this.seed = (seed ^ MULTIPLIER) & MASK;
    haveNextGaussian = false;
  }

  protected int next(int bits) {
    seed = seed * MULTIPLIER + 0xb & MASK;
    return (int) (seed >>> (48 - bits));
  }

  @Override
  public void nextBytes(byte[] bytes) {
    for (int i = 0; i < bytes.length; ) {
      int word = nextInt();
      for (int n = Math.min(bytes.length - i, 4); n-- > 0; word >>= 8) bytes[i++] = (byte) word;
    }
  }

  @Override
  public int nextInt() {
    return next(32);
  }

  @Override
  public int nextInt(int bound) {
    if (bound <= 0) throw new IllegalArgumentException("bound must be positive");
    int drawn = next(31);
    int most = bound - 1;
    if ((bound & most) == 0) return (int) (bound * (long) drawn >> 31);
    int result = drawn % bound;
    while (drawn - result + most < 0) {
      drawn = next(31);
      result = drawn % bound;
    }
    return result;
  }

  @Override
  public int nextInt(int origin, int bound) {
    if (origin >= bound) throw new IllegalArgumentException("bound must be greater than origin");
    int drawn = nextInt();
    int range = bound - origin;
    int most = range - 1;
    if ((range & most) == 0) return (drawn & most) + origin;
    if (range > 0) {
      int half = drawn >>> 1;
      int result = half % range;
      while (half + most - result < 0) {
        half = nextInt() >>> 1;
        result = half % range;
      }
      return result + origin;
    }
    while (drawn < origin || drawn >= bound) drawn = nextInt();
    return drawn;
  }

  @Override
  public long nextLong() {
    return ((long) next(32) << 32) + next(32);
  }

  @Override
  public long nextLong(long bound) {
    if (bound <= 0) throw new IllegalArgumentException("bound must be positive");
    return nextLong(0, bound);
  }

  @Override
  public long nextLong(long origin, long bound) {
    if (origin >= bound) throw new IllegalArgumentException("bound must be greater than origin");
    long drawn = nextLong();
    long range = bound - origin;
    long most = range - 1;
    if ((range & most) == 0) return (drawn & most) + origin;
    if (range > 0) {
      long half = drawn >>> 1;
      long result = half % range;
      while (half + most - result < 0) {
        half = nextLong() >>> 1;
        result = half % range;
      }
      return result + origin;
    }
    while (drawn < origin || drawn >= bound) drawn = nextLong();
    return drawn;
  }

  @Override
  public boolean nextBoolean() {
    return next(1) != 0;
  }

  @Override
  public float nextFloat() {
    return next(24) * 0x1.0p-24f;
  }

  @Override
  public double nextDouble() {
    return (((long) next(26) << 27) + next(27)) * 0x1.0p-53;
  }

  @Override
  public double nextDouble(double bound) {
    if (!(bound > 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bound must be finite and positive");
    }
    return Math.min(nextDouble() * bound, Math.nextDown(bound));
  }

  @Override
  public double nextDouble(double origin, double bound) {
    if (!(origin < bound && bound - origin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("bound must be greater than origin");
    }
    return Math.min(nextDouble() * (bound - origin) + origin, Math.nextDown(bound));
  }

  @Override
  public double nextGaussian() {
    if (haveNextGaussian) {
      haveNextGaussian = false;
      return nextGaussian;
    }
    double one;
    double other;
    double square;
    do {
      one = 2 * nextDouble() - 1;
      other = 2 * nextDouble() - 1;
      square = one * one + other * other;
    } while (square >= 1 || square == 0);
    double multiplier = Math.sqrt(-2 * Math.log(square) / square);
    nextGaussian = other * multiplier;
    haveNextGaussian = true;
    return one * multiplier;
  }

  @Override
  public IntStream ints() {
    return IntStream.generate(this::nextInt);
  }

  @Override
  public IntStream ints(long streamSize) {
    return ints().limit(streamSize);
  }

  @Override
  public IntStream ints(int origin, int bound) {
    return IntStream.generate(() -> nextInt(origin, bound));
  }

  @Override
  public IntStream ints(long streamSize, int origin, int bound) {
    return ints(origin, bound).limit(streamSize);
  }

  @Override
  public LongStream longs(long streamSize) {
    return LongStream.generate(this::nextLong).limit(streamSize);
  }

  @Override
  public DoubleStream doubles() {
    return DoubleStream.generate(this::nextDouble);
  }

  @Override
  public DoubleStream doubles(long streamSize) {
    return doubles().limit(streamSize);
  }
}
