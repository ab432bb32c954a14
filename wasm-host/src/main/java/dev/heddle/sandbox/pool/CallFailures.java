package dev.heddle.sandbox.pool;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.RequestContext;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what became of a call in the caller's words. */
final class CallFailures {
  /** In place of a method: the component is being constructed. */
  static final int START = -1;

  private final ComponentDescriptor<?> component;
  private final SandboxLimits limits;

  CallFailures(ComponentDescriptor<?> component, SandboxLimits limits) {
    this.component = component;
    this.limits = limits;
  }

  ComponentException of(int method, GuestTrapException trap, Optional<RunningCall.Stop> stop) {
    return of(method, trap, null, stop);
  }

  /** What a trap of the guest means, by what is left of its budget. */
  ComponentException of(
      int method,
      GuestTrapException trap,
      @Nullable GuestInstance guest,
      Optional<RunningCall.Stop> stop) {
    if (stop.isPresent()) return of(method, stop.get());
    if (guest != null && isExhausted(guest)) return exhausted(method, guest);
    boolean deep = guest != null && guest.stack() < 0;
    return switch (trap.reason()) {
      case STACK -> stack(method, "had too little of the thread's stack left");
      case HEAP -> allocation(method);
      case INTERRUPTED -> interrupted(method);
      case TRAP ->
          deep
              ? stack(method, "called deeper than " + limits.stackDepth() + " functions")
              : new SandboxTrapException(
                  name(), name(method), String.valueOf(trap.getMessage()), trap);
    };
  }

  /** Whether a guest has used more than it had of what is looked at when its code ends, too. */
  static boolean isExhausted(GuestInstance guest) {
    return guest.bytes() < 0 || guest.fuel() < 0;
  }

  ComponentException exhausted(int method, GuestInstance guest) {
    return guest.bytes() < 0
        ? allocation(method)
        : limit(method, "fuel", limits.fuel(), "used its fuel of " + limits.fuel());
  }

  /** What a host function threw, which nothing in the guest can catch. */
  ComponentException of(int method, Throwable failure, Optional<RunningCall.Stop> stop) {
    if (stop.isPresent()) return of(method, stop.get());
    if (failure instanceof Error error && !(error instanceof LinkageError)) throw error;
    if (failure instanceof ComponentException known) return known;
    return new SandboxTrapException(
        name(), name(method), String.valueOf(failure.getMessage()), failure);
  }

  ComponentException of(int method, RunningCall.Stop stop) {
    return switch (stop) {
      case REQUEST -> stopped(method);
      case INTERRUPT -> interrupted(method);
      case WALL_CLOCK -> {
        long millis = limits.wallClock().toMillis();
        yield limit(method, "wall-clock", millis, "took longer than " + millis + " ms");
      }
    };
  }

  private ComponentException stopped(int method) {
    boolean late =
        RequestContext.current().map(RequestContext::remaining).stream().anyMatch(Duration::isZero);
    return late
        ? new ComponentTimeoutException(name(), name(method), "the request's deadline passed")
        : new ComponentCancelledException(name(), name(method), "the request was cancelled");
  }

  ComponentException allocation(int method) {
    long allowed = limits.allocation();
    return limit(method, "allocation", allowed, "allocated more than " + allowed + " bytes");
  }

  private ComponentException stack(int method, String what) {
    return limit(method, "stack-depth", limits.stackDepth(), what);
  }

  ComponentException hostCalls(int method) {
    int allowed = limits.hostCalls();
    return limit(method, "host-calls", allowed, "made more than " + allowed + " calls");
  }

  ComponentException logSize(int method) {
    int allowed = limits.logBytes();
    return limit(method, "log-size", allowed, "logged more than " + allowed + " bytes");
  }

  ComponentException messageSize(int method, long length) {
    int allowed = limits.responseBytes();
    return limit(
        method,
        "response-size",
        allowed,
        "gave a message of " + length + " bytes; at most " + allowed + " are allowed");
  }

  ComponentException busy(int method) {
    return new ComponentTimeoutException(
        name(), name(method), "none of " + limits.instances() + " instances became free in time");
  }

  ComponentException interrupted(int method) {
    return new ComponentCancelledException(name(), name(method), "the caller was interrupted");
  }

  private ComponentException limit(int method, String limit, long allowed, String what) {
    return new ComponentLimitException(
        name(),
        name(method),
        limit,
        allowed,
        "the call "
            + what
            + "; heddle.components."
            + name()
            + ".sandbox."
            + limit
            + " allows more or less");
  }

  private String name() {
    return component.name();
  }

  private String name(int method) {
    return method >= 0 && method < component.methods().size()
        ? component.methods().get(method).name()
        : "<constructor>";
  }
}
