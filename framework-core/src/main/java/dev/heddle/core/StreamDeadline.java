package dev.heddle.core;

import dev.heddle.component.ComponentTimeoutException;
import java.time.Duration;
import java.util.Optional;

/**
 * Until when a call with streams may go on: its request's deadline and its component's own, the
 * earlier of both.
 *
 * @param component the called component
 * @param method the called method
 * @param context the request, or what the component's deadline leaves of it
 * @param allowed the component's own deadline
 * @param began in nanoseconds
 */
record StreamDeadline(
    String component,
    String method,
    Optional<RequestContext> context,
    Duration allowed,
    long began) {
  /** Nothing ends that late. */
  private static final Duration NEVER = Duration.ofDays(36_500);

  static StreamDeadline of(String component, String method, Optional<Duration> limit) {
    Optional<RequestContext> current = RequestContext.current();
    return new StreamDeadline(
        component,
        method,
        limit.isPresent() ? current.map(outer -> outer.within(limit.get())) : current,
        limit.orElse(NEVER),
        System.nanoTime());
  }

  Duration remaining() {
    Duration own = allowed.minusNanos(System.nanoTime() - began);
    Duration left = context.map(RequestContext::remaining).orElse(own);
    Duration earlier = left.compareTo(own) < 0 ? left : own;
    return earlier.isNegative() ? Duration.ZERO : earlier;
  }

  /** Passes if the call may go on, and throws what its caller is to see if not. */
  void check() {
    context.ifPresent(request -> request.check(component, method));
    if (allowed.minusNanos(System.nanoTime() - began).isNegative()) {
      throw new ComponentTimeoutException(
          component, method, "the deadline of " + allowed.toMillis() + " ms passed");
    }
  }
}
