package dev.heddle.core.spring;

import dev.heddle.core.sandbox.SandboxLimits;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.util.unit.DataSize;

/**
 * What runs for one component inside the sandbox, and what its calls may use, below {@code
 * heddle.components.NAME.sandbox}. What is not said is as for every component.
 *
 * @param module WebAssembly module of the ABI linear-1 that runs in the place of the
 *     implementation, with its grants, when the component is placed sandboxed. A relative path is
 *     relative to where the process was started.
 * @param fuel Instructions of a call, about.
 * @param allocation What a call may allocate, freed or not.
 * @param instanceAllocation What an instance may allocate before another takes its place.
 * @param wallClock How long a call may take, whatever the request's deadline.
 * @param stackDepth How deep functions may call each other.
 * @param responseSize Longest response.
 * @param hostCalls Calls of components and capabilities that a call may make.
 * @param logSize What a call may write to the log.
 * @param callsPerInstance Calls after which another instance takes an instance's place; 1 gives
 *     each call a fresh one.
 * @param instances How many instances there may be at a time; further calls wait.
 */
@ConfigurationPropertiesSource
public record SandboxOverrides(
    @Nullable Path module,
    @Nullable Long fuel,
    @Nullable DataSize allocation,
    @Nullable DataSize instanceAllocation,
    @Nullable Duration wallClock,
    @Nullable Integer stackDepth,
    @Nullable DataSize responseSize,
    @Nullable Integer hostCalls,
    @Nullable DataSize logSize,
    @Nullable Integer callsPerInstance,
    @Nullable Integer instances) {

  /** These, and for the rest what every component has. */
  SandboxLimits over(SandboxProperties usual) {
    return SandboxProperties.limits(
        or(fuel, usual.fuel()),
        or(allocation, usual.allocation()),
        or(instanceAllocation, usual.instanceAllocation()),
        or(wallClock, usual.wallClock()),
        or(stackDepth, usual.stackDepth()),
        or(responseSize, usual.responseSize()),
        or(hostCalls, usual.hostCalls()),
        or(logSize, usual.logSize()),
        or(callsPerInstance, usual.callsPerInstance()),
        or(instances, usual.instances()));
  }

  private static <T> T or(@Nullable T own, T usual) {
    return own == null ? usual : own;
  }
}
