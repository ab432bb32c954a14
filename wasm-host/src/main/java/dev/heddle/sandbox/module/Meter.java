package dev.heddle.sandbox.module;

/**
 * In which amounts a running guest carries what it may still spend, and with what it does.
 *
 * <p>It has an allowance of fuel, from which it pays, and once that is spent it asks whether to go
 * on: it is stopped, or takes another allowance from the rest of its fuel. So paying is a
 * subtraction and a test of its sign.
 */
public final class Meter {
  /** The most fuel that a call can be given. */
  public static final long MOST_FUEL = (1L << 43) - 1;

  /** The most fuel that is taken as an allowance: what takes a millisecond, or less. */
  public static final int ALLOWANCE = 1 << 20;

  /** How much is counted in a local before it is paid. */
  public static final int MOST_COUNTED = 1 << 12;

  /** What an array takes beside its elements, in bytes. */
  public static final int ARRAY_HEADER = 48;

  /** How many 64-bit slots of a frame are one unit of stack. */
  static final int SLOTS_PER_UNIT = 16;

  /** The most that one payment takes, so that an allowance never passes the smallest number. */
  static final int MOST_AT_ONCE = 1 << 30;

  private Meter() {}

  /** The globals that are added to a module, in their order behind its own. */
  public enum Global {
    /** The fuel that is to be spent before the guest asks whether to go on. */
    ALLOWANCE,
    /** The stack that is left. */
    STACK,
    /** The bytes that may still be allocated. */
    BYTES,
    /** The fuel that is left beyond the allowance. */
    FUEL;

    /** Whether it has 32 bits; it has 64 otherwise. */
    public boolean narrow() {
      return this == ALLOWANCE || this == STACK;
    }
  }

  /** The functions that are added to a module, in their order behind its own. */
  public enum Function {
    /** Pays fuel, and asks whether to go on when the allowance is spent. */
    SPEND,
    /** Pays fuel, and lets whoever spends next find out. */
    PAY,
    /** Takes what a loop has counted, and returns it, or 0 once enough was counted to be paid. */
    COUNT,
    /**
     * Takes the index of a loop, where it was when turns were paid last, and the fuel for each
     * number between, less than 0 where it shrinks. Returns where they were paid last: once that is
     * much fuel, here.
     */
    TURN,
    /** Pays for turns of such a loop, by the same numbers. */
    PAY_TURNS,
    /** Pays fuel as {@link #SPEND} does, and takes stack. */
    ENTER,
    /** Gives the stack back. */
    LEAVE,
    /** Takes bytes; whether that was too much is asked together with the fuel. */
    ALLOCATE_BYTES,
    /** Takes bytes for a number of elements, which it returns, of so many bytes each. */
    ALLOCATE_ELEMENTS,
    /** Pays for a number of elements, which it returns, at so many quarters of fuel for each. */
    HANDLE_ELEMENTS
  }
}
