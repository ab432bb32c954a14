package dev.heddle.sandbox.module;

/**
 * The number in which a running guest carries what it may still spend: 43 bits of fuel and 19 bits
 * of stack, each below a guard bit that is set until the guest has spent more than it had. So one
 * subtraction and one test pay for both.
 */
public final class Meter {
  /** The most fuel that a call can be given. */
  public static final long MOST_FUEL = (1L << 43) - 1;

  /** The most stack that a call can be given, in units of {@value #SLOTS_PER_UNIT} slots. */
  public static final int MOST_STACK = (1 << 19) - 1;

  /** How many 64-bit slots of a frame are one unit of stack. */
  static final int SLOTS_PER_UNIT = 16;

  static final int STACK_SHIFT = 44;
  static final long FUEL_MASK = (1L << STACK_SHIFT) - 1;
  static final long STACK_GUARD = 1L << 63;
  static final long GUARDS = STACK_GUARD | 1L << 43;

  /** After how much fuel the guest is asked whether to go on; a power of two. */
  static final int STRIDE = 1 << 14;

  /** Bits that change when another stride of fuel has begun, or stack or fuel has run out. */
  static final long STRIDES_AND_GUARDS = STACK_GUARD | FUEL_MASK & -STRIDE;

  /** As if nothing had ever been asked: unlike each meter in the bits of strides and guards. */
  public static final long NEVER_ASKED = 0;

  private Meter() {}

  /** A full meter. */
  public static long full(long fuel, int stack) {
    return GUARDS | Math.min(fuel, MOST_FUEL) | (long) Math.min(stack, MOST_STACK) << STACK_SHIFT;
  }

  /** The fuel that is left; negative when more was asked for. */
  public static long fuel(long meter) {
    return (meter & FUEL_MASK) - (1L << 43);
  }

  /** The stack that is left; negative when more was asked for. */
  public static long stack(long meter) {
    return (meter >>> STACK_SHIFT) - (1L << 19);
  }

  /** The meter after fuel was spent on behalf of the guest; at most as much as it can hold. */
  public static long spend(long meter, long fuel) {
    return meter - Math.min(fuel, MOST_FUEL);
  }
}
