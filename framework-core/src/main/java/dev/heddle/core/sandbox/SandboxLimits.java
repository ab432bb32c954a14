package dev.heddle.core.sandbox;

import java.time.Duration;

/**
 * What a call in a sandbox, and an instance of it, may use. Each is above zero.
 *
 * @param fuel instructions of a call, about as the module counts them
 * @param allocation bytes that a call may allocate, freed or not
 * @param instanceAllocation bytes that an instance may allocate before another takes its place; no
 *     instance holds more alive
 * @param wallClock how long a call may take, calls of others included, whatever the request's
 *     deadline
 * @param stackDepth how deep functions of the guest may call each other
 * @param responseBytes longest response
 * @param hostCalls calls of components and capabilities that one call may make
 * @param logBytes bytes of log messages that one call may write
 * @param callsPerInstance calls after which another instance takes an instance's place; 1 gives
 *     each call a fresh one
 * @param instances how many instances there may be at a time; further calls wait
 */
public record SandboxLimits(
    long fuel,
    long allocation,
    long instanceAllocation,
    Duration wallClock,
    int stackDepth,
    int responseBytes,
    int hostCalls,
    int logBytes,
    int callsPerInstance,
    int instances) {

  /** What holds unless configuration says otherwise. */
  public static final SandboxLimits DEFAULT =
      new SandboxLimits(
          1_000_000_000L,
          64L << 20,
          256L << 20,
          Duration.ofSeconds(10),
          1_000,
          4 << 20,
          10_000,
          64 << 10,
          100_000,
          64);

  /** Checks the ranges. */
  public SandboxLimits {
    check("fuel", fuel);
    check("allocation", allocation);
    check("instance-allocation", instanceAllocation);
    check("wall-clock", wallClock.toMillis());
    check("stack-depth", stackDepth);
    check("response-size", responseBytes);
    check("host-calls", hostCalls);
    check("log-size", logBytes);
    check("calls-per-instance", callsPerInstance);
    check("instances", instances);
  }

  private static void check(String name, long value) {
    if (value > 0) return;
    throw new IllegalArgumentException(
        "the sandbox's limit " + name + " is " + value + "; it must be above zero");
  }
}
