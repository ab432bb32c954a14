package dev.heddle.scheduler.plan;

/**
 * What calls and placements cost. Seconds of a processor, and seconds of waiting, for each call or
 * byte; what they come to in a second is processors. {@code docs/placement.md} says where each
 * figure is from. Immutable.
 *
 * @param sandboxSlowdown how many times as long a component's own work takes in the sandbox, from 1
 * @param sandboxCallSeconds a call's way into the sandbox, or out of it
 * @param sandboxByteSeconds a byte's way into the sandbox, or out of it
 * @param tunnelCallSeconds a call between processes, both sides together
 * @param tunnelByteSeconds a byte between processes, both sides together
 * @param tunnelWaitSeconds how much longer a caller waits for a call to another process
 * @param waitWeight processors that it is worth to have one caller fewer waiting
 * @param memoryPrice processors that a gigabyte of memory is worth
 * @param overloadPrice processors that it is worth not to use one more than a process is to use
 * @param openSeconds making a component ready in a process it moves to
 * @param bytesUnknown size of a call that was never encoded, request and response together
 */
public record CostModel(
    double sandboxSlowdown,
    double sandboxCallSeconds,
    double sandboxByteSeconds,
    double tunnelCallSeconds,
    double tunnelByteSeconds,
    double tunnelWaitSeconds,
    double waitWeight,
    double memoryPrice,
    double overloadPrice,
    double openSeconds,
    double bytesUnknown) {
  /** What was measured. */
  public static final CostModel MEASURED =
      new CostModel(5.5, 150e-9, 15e-9, 15e-6, 20e-9, 100e-6, 0.1, 0.12, 20, 0.5, 256);

  double sandboxCall(double bytes) {
    return sandboxCallSeconds + sandboxByteSeconds * bytes;
  }

  double tunnelCall(double bytes) {
    return tunnelCallSeconds + tunnelByteSeconds * bytes;
  }

  /** How many times as long a component's own work takes at a place. */
  public double slowdown(Place place) {
    return place == Place.LOCAL ? 1 : sandboxSlowdown;
  }

  /** What a call's way to a place takes of the time that its caller sees. */
  double wayTo(Place place, double bytes) {
    return switch (place) {
      case LOCAL -> 0;
      case SANDBOXED -> sandboxCall(bytes);
      case REMOTE -> tunnelWaitSeconds + tunnelCall(bytes) + sandboxCall(bytes);
    };
  }
}
