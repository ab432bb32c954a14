package dev.heddle.wasm.guest;

/** What {@link System} says of time, by the clock that the host grants. */
public final class Clocks {
  private static final long NANOS_PER_MILLISECOND = 1_000_000;

  private static int target;

  private Clocks() {}

  /** Names the constructor's parameter that is the clock. */
  public static void grant(int target) {
    Clocks.target = target;
  }

  /** For {@link System#nanoTime}. */
  public static long nanoTime() {
    return Imports.nanos();
  }

  /** For {@link System#currentTimeMillis}. */
  public static long currentTimeMillis() {
    return Math.floorDiv(Imports.instant(target), NANOS_PER_MILLISECOND);
  }
}
