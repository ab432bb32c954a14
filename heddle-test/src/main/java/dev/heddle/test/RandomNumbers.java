package dev.heddle.test;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;

/** Numbers and times: small ones, any, and those at the ends of their ranges. */
final class RandomNumbers {
  private static final List<Double> DOUBLES =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.1,
          1e-5,
          1e7,
          1e308,
          Double.MAX_VALUE,
          Double.MIN_VALUE,
          Double.MIN_NORMAL,
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          (double) Long.MAX_VALUE,
          (double) (1L << 53),
          0.5,
          1.5,
          2.5,
          1.005,
          123456.789);
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia");
  private static final long MILLENNIUM_SECONDS = 1000L * 366 * 24 * 60 * 60;
  private static final int NANOS = 1_000_000_000;

  private RandomNumbers() {}

  /** A number of so many bits. */
  static long whole(RandomGenerator random, int bits) {
    long most = -1L >>> (Long.SIZE - bits + 1);
    return switch (random.nextInt(8)) {
      case 0 -> random.nextBoolean() ? most : -most - 1;
      case 1 -> Math.max(-most, Math.min(most, (1L << random.nextInt(bits)) - random.nextInt(3)));
      case 2, 3 -> random.nextLong() >> (Long.SIZE - bits);
      default -> random.nextInt(-3, 101);
    };
  }

  static double floating(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> DOUBLES.get(random.nextInt(DOUBLES.size()));
      case 1 -> Double.longBitsToDouble(random.nextLong());
      case 2 -> random.nextInt(-100, 100_000) / 100.0;
      default -> random.nextGaussian();
    };
  }

  static BigInteger integer(RandomGenerator random) {
    if (random.nextBoolean()) return BigInteger.valueOf(whole(random, Long.SIZE));
    byte[] bytes = new byte[1 + random.nextInt(40)];
    random.nextBytes(bytes);
    return new BigInteger(bytes);
  }

  static BigDecimal decimal(RandomGenerator random) {
    return new BigDecimal(integer(random), random.nextInt(-3, 30));
  }

  static Instant instant(RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Instant.ofEpochSecond(whole(random, 32));
      case 1 -> Instant.parse("9999-12-31T23:59:59.999999999Z");
      default ->
          Instant.ofEpochSecond(
              random.nextLong(-MILLENNIUM_SECONDS, MILLENNIUM_SECONDS), random.nextInt(NANOS));
    };
  }

  static Duration duration(RandomGenerator random) {
    return Duration.ofSeconds(
        whole(random, 36), random.nextInt(4) == 0 ? random.nextInt(NANOS) : 0);
  }

  static LocalDateTime dateTime(RandomGenerator random) {
    return LocalDateTime.ofInstant(instant(random), ZoneOffset.UTC);
  }

  static LocalDate date(RandomGenerator random) {
    return dateTime(random).toLocalDate();
  }

  static ZoneId zone(RandomGenerator random) {
    return random.nextInt(3) == 0
        ? ZoneOffset.ofHours(random.nextInt(-18, 19))
        : ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
  }
}
