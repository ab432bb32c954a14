package dev.heddle.core;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.remote.IncomingCall;
import java.time.Duration;
import java.util.Optional;

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
  private final CallSpan span;
  private final Optional<CallRecording> recording;
  private final RequestProgress progress;

  private RequestContext(
      String caller,
      TraceContext trace,
      Optional<Trail> trail,
      Duration allowed,
      Optional<RequestContext> parent,
      CallSpan span,
      Optional<CallRecording> recording) {
    this.caller = caller;
    this.trace = trace;
    this.trail = trail;
    this.allowed = allowed;
    this.deadlineNanos = System.nanoTime() + allowed.toNanos();
    this.parent = parent;
    this.span = span;
    this.recording = recording;
    this.progress = new RequestProgress();
  }

  private RequestContext(RequestContext same, CallSpan span) {
    this.caller = same.caller;
    this.trace = span.trace();
    this.trail = same.trail;
    this.allowed = same.allowed;
    this.deadlineNanos = same.deadlineNanos;
    this.parent = same.parent;
    this.span = span;
    this.recording = same.recording;
    this.progress = same.progress;
  }

  /**
   * A request that enters now.
   *
   * @param caller who makes it
   * @param allowed how long an answer is of use, at most a day
   * @param recording of its calls, if they are recorded
   */
  static RequestContext entering(
      String caller,
      TraceContext trace,
      Optional<Trail> trail,
      Duration allowed,
      Optional<CallRecording> recording) {
    return new RequestContext(
        caller, trace, trail, allowed, Optional.empty(), CallSpan.NONE, recording);
  }

  /**
   * The same request, as another process received it.
   *
   * @param recording of the calls that this process makes for it, if they are recorded
   */
  static RequestContext received(IncomingCall.Context context, Optional<CallRecording> recording) {
    return new RequestContext(
        context.requester(),
        context.trace(),
        context.trail() ? Optional.of(new Trail()) : Optional.empty(),
        Duration.ofNanos(Math.max(0, context.remainingNanos())),
        Optional.empty(),
        CallSpan.NONE,
        recording);
  }

  /** The same request within a call that is allowed {@code limit} of what is left. */
  RequestContext within(Duration limit) {
    Duration left = remaining();
    return new RequestContext(
        caller,
        trace,
        trail,
        left.compareTo(limit) < 0 ? left : limit,
        Optional.of(this),
        span,
        recording);
  }

  /** The same request within a call that is recorded: what is called next is part of that call. */
  RequestContext traced(CallSpan call) {
    return call == CallSpan.NONE ? this : new RequestContext(this, call);
  }

  /** The request that this thread works for, if any. */
  public static Optional<RequestContext> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Who made the request: the name under which the edge of the application calls. */
  public String caller() {
    return caller;
  }

  /** The trace; where calls are recorded, with the call that is being made as the parent. */
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

  /** Whether the call that is being made is recorded as part of the trace. */
  public boolean recorded() {
    return span != CallSpan.NONE;
  }

  /** Notes, for the trace, which replica is asked to make the call that is being made. */
  public void asked(String replica) {
    span.replica(replica);
  }

  /** The calls of the request, while they are recorded. */
  Optional<CallRecording> recording() {
    return recording;
  }

  /** Number of the recorded call that is being made; 0 when there is none. */
  public long recordedCall() {
    return span instanceof RecordedCall call ? call.id() : 0;
  }

  /** Notes that the request has failed, though nothing may have been thrown. */
  public void failed() {
    recording.ifPresent(CallRecording::failed);
  }

  /** Ends what is recorded of the request, which has ended in this process. */
  void left() {
    // A part of it is not the whole.
    if (parent.isEmpty()) recording.ifPresent(CallRecording::end);
  }

  /** Begins a part of the request, whose streams {@link #end} closes. */
  void begin() {
    progress.begin();
  }

  /**
   * Keeps a call with streams until it has ended.
   *
   * @return whether the request goes on, so that it may begin
   */
  boolean opened(StreamCall call) {
    return progress.opened(call);
  }

  void closed(StreamCall call) {
    progress.closed(call);
  }

  /** Closes the streams that are still open, for none outlives its request. */
  void end() {
    progress.end();
  }

  void stop(Stop reason) {
    progress.stop(reason);
  }

  void onStop(Runnable action) {
    progress.onStop(action);
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
    Optional<Stop> own = progress.stop();
    if (own.isPresent()) return own;
    if (System.nanoTime() - deadlineNanos >= 0) return Optional.of(Stop.DEADLINE);
    return parent.flatMap(RequestContext::state);
  }
}
