package dev.heddle.core;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.remote.IncomingCall;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What belongs to one request on its way through the components: who makes it, until when an answer
 * is of use, which trace it is part of. Bound to the thread as a {@link ScopedValue} by {@link
 * Requests#run}. Safe for use by many threads.
 */
public final class RequestContext {
  static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

  /** Why a request should go no further. */
  enum Stop {
    DEADLINE,
    CANCELLED
  }

  private final String caller;
  private final TraceContext trace;
  private final Optional<Trail> trail;
  private final long deadlineNanos;
  private final Duration allowed;
  private final Optional<RequestContext> parent;
  private final AtomicReference<Optional<Stop>> stop = new AtomicReference<>(Optional.empty());
  private final Set<StreamCall> streams = new HashSet<>();
  private boolean ended;
  private volatile Runnable onStop = () -> {};

  private RequestContext(
      String caller,
      TraceContext trace,
      Optional<Trail> trail,
      Duration allowed,
      Optional<RequestContext> parent) {
    this.caller = caller;
    this.trace = trace;
    this.trail = trail;
    this.allowed = allowed;
    this.deadlineNanos = System.nanoTime() + allowed.toNanos();
    this.parent = parent;
  }

  /**
   * A request that enters now.
   *
   * @param caller who makes it
   * @param allowed how long an answer is of use, at most a day
   */
  static RequestContext entering(
      String caller, TraceContext trace, Optional<Trail> trail, Duration allowed) {
    return new RequestContext(caller, trace, trail, allowed, Optional.empty());
  }

  /** The same request, as another process received it. */
  static RequestContext received(IncomingCall.Context context) {
    return new RequestContext(
        context.requester(),
        context.trace(),
        context.trail() ? Optional.of(new Trail()) : Optional.empty(),
        Duration.ofNanos(Math.max(0, context.remainingNanos())),
        Optional.empty());
  }

  /** The same request within a call that is allowed {@code limit} of what is left. */
  RequestContext within(Duration limit) {
    Duration left = remaining();
    return new RequestContext(
        caller, trace, trail, left.compareTo(limit) < 0 ? left : limit, Optional.of(this));
  }

  /** The request that this thread works for, if any. */
  public static Optional<RequestContext> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Who made the request: the name under which the edge of the application calls. */
  public String caller() {
    return caller;
  }

  /** The trace. */
  public TraceContext trace() {
    return trace;
  }

  /** The calls made so far, when trails are on. */
  public Optional<Trail> trail() {
    return trail;
  }

  /** How long an answer is still of use; zero when the deadline has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
  }

  /** Says that nobody waits for the answer any longer: no further call is made for it. */
  public void cancel() {
    stop(Stop.CANCELLED);
  }

  /** Whether the request should go no further. */
  public boolean stopped() {
    return state().isPresent();
  }

  /**
   * Passes if a call may still be made.
   *
   * @throws ComponentException if not: the deadline passed, or the request was cancelled
   */
  public void check(String component, String method) {
    state()
        .ifPresent(
            reason -> {
              throw failure(reason, component, method);
            });
  }

  /** Begins a part of the request, whose streams {@link #end} closes. */
  void begin() {
    synchronized (streams) {
      ended = false;
    }
  }

  /**
   * Keeps a call with streams until it has ended.
   *
   * @return whether the request goes on, so that it may begin
   */
  boolean opened(StreamCall call) {
    synchronized (streams) {
      return !ended && streams.add(call);
    }
  }

  void closed(StreamCall call) {
    synchronized (streams) {
      streams.remove(call);
    }
  }

  /** Closes the streams that are still open, for none outlives its request. */
  void end() {
    List<StreamCall> open;
    synchronized (streams) {
      ended = true;
      open = List.copyOf(streams);
    }
    open.forEach(StreamCall::cut);
  }

  void stop(Stop reason) {
    if (stop.compareAndSet(Optional.empty(), Optional.of(reason))) onStop.run();
  }

  void onStop(Runnable action) {
    onStop = action;
  }

  ComponentException failure(Stop reason, String component, String method) {
    return switch (reason) {
      case DEADLINE ->
          new ComponentTimeoutException(
              component, method, "the deadline of " + allowed.toMillis() + " ms passed");
      case CANCELLED ->
          new ComponentCancelledException(component, method, "the request was cancelled");
    };
  }

  private Optional<Stop> state() {
    Optional<Stop> own = stop.get();
    if (own.isPresent()) return own;
    if (System.nanoTime() - deadlineNanos >= 0) return Optional.of(Stop.DEADLINE);
    return parent.flatMap(RequestContext::state);
  }
}
