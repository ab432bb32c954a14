package dev.heddle.component.wire;

/**
 * Bounds on what a message may ask of its reader and writer.
 *
 * @param messageBytes longest message, from 1 to 1 GiB
 * @param depth deepest nesting of messages, from 1 to 1,000; a call's request or response is the
 *     first level
 * @param digits most digits of a {@code BigDecimal} or {@code BigInteger}, and largest absolute
 *     scale of a {@code BigDecimal}, from 1 to 1,000,000
 */
public record WireLimits(int messageBytes, int depth, int digits) {

  /** 4 MiB and depth 100, as gRPC and Protobuf have them, and 10,000 digits. */
  public static final WireLimits DEFAULT = new WireLimits(4 * 1024 * 1024, 100, 10_000);

  /** Checks the ranges. */
  public WireLimits {
    check("messageBytes", messageBytes, 1 << 30);
    check("depth", depth, 1_000);
    check("digits", digits, 1_000_000);
  }

  private static void check(String name, int value, int largest) {
    if (value < 1 || value > largest) {
      throw new IllegalArgumentException(
          "wire limit " + name + " is " + value + "; it must be from 1 to " + largest);
    }
  }
}
