package dev.heddle.core.spring;

import dev.heddle.core.sandbox.SandboxLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What calls inside the sandbox may use, below {@code heddle.sandbox}.
 *
 * @param required Whether an application with an implementation of Runtime.JVM is refused at its
 *     start.
 * @param cacheDirectory Folder of compiled modules, which several processes may share. Without one
 *     it is a folder of the user's own.
 * @param fuel Instructions of a call, about.
 * @param allocation What a call may allocate, freed or not.
 * @param instanceAllocation What an instance may allocate before another takes its place. No
 *     instance holds more alive.
 * @param wallClock How long a call may take, whatever the request's deadline.
 * @param stackDepth How deep functions may call each other.
 * @param responseSize Longest response.
 * @param hostCalls Calls of components and capabilities that a call may make.
 * @param logSize What a call may write to the log.
 * @param callsPerInstance Calls after which another instance takes an instance's place; 1 gives
 *     each call a fresh one.
 * @param instances How many instances of a component there may be at a time; further calls wait.
 */
@ConfigurationPropertiesSource
public record SandboxProperties(
    @DefaultValue("false") boolean required,
    @Nullable Path cacheDirectory,
    @DefaultValue("1000000000") long fuel,
    @DefaultValue("64MB") DataSize allocation,
    @DefaultValue("256MB") DataSize instanceAllocation,
    @DefaultValue("10s") Duration wallClock,
    @DefaultValue("1000") int stackDepth,
    @DefaultValue("4MB") DataSize responseSize,
    @DefaultValue("10000") int hostCalls,
    @DefaultValue("64KB") DataSize logSize,
    @DefaultValue("100000") int callsPerInstance,
    @DefaultValue("64") int instances) {

  /** Checks the ranges. */
  public SandboxProperties {
    limits(
        fuel,
        allocation,
        instanceAllocation,
        wallClock,
        stackDepth,
        responseSize,
        hostCalls,
        logSize,
        callsPerInstance,
        instances);
  }

  /** The same, as the sandbox takes it. */
  SandboxLimits limits() {
    return limits(
        fuel,
        allocation,
        instanceAllocation,
        wallClock,
        stackDepth,
        responseSize,
        hostCalls,
        logSize,
        callsPerInstance,
        instances);
  }

  static SandboxLimits limits(
      long fuel,
      DataSize allocation,
      DataSize instanceAllocation,
      Duration wallClock,
      int stackDepth,
      DataSize responseSize,
      int hostCalls,
      DataSize logSize,
      int callsPerInstance,
      int instances) {
    return new SandboxLimits(
        fuel,
        allocation.toBytes(),
        instanceAllocation.toBytes(),
        wallClock,
        stackDepth,
        bytes(responseSize),
        hostCalls,
        bytes(logSize),
        callsPerInstance,
        instances);
  }

  private static int bytes(DataSize size) {
    return (int) Math.min(Integer.MAX_VALUE, size.toBytes());
  }
}
