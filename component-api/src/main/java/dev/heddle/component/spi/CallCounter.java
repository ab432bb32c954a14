package dev.heddle.component.spi;

import dev.heddle.component.ComponentException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Counts the calls of one method along one edge, and times some of them. Safe for use by many
 * threads, and exact: every call that begins here is counted once.
 *
 * <p>A stub that calls an implementation directly brackets the call with {@link #begin} and {@link
 * #end}. A call that leaves through an edge is counted and timed there instead.
 */
public final class CallCounter {
  /** What {@link #begin} returns for a call that is not timed. */
  public static final long NOT_TIMED = 0;

  private static final long DENSE_CALLS = 64;
  private static final long LONGEST_STRIDE = 1024;

  private final String component;
  private final String method;
  private final LongConsumer latencies;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  // Threads that race for it time a call more or less, which does no harm.
  private long nextTimed;

  /**
   * A counter for {@code component.method}, at zero.
   *
   * @param latencies takes the duration of each timed call, in nanoseconds
   */
  public CallCounter(String component, String method, LongConsumer latencies) {
    this.component = component;
    this.method = method;
    this.latencies = latencies;
  }

  /**
   * Counts a call that begins now. Every one of the first 64 calls is timed, then ever fewer, down
   * to one in 1,024.
   *
   * @return what to give to {@link #end}
   */
  public long begin() {
    long count = calls.incrementAndGet();
    return count < nextTimed ? NOT_TIMED : beginTimed(count);
  }

  /**
   * Notes that a call has ended, however it ended.
   *
   * @param begun what {@link #begin} returned
   */
  public void end(long begun) {
    if (begun != NOT_TIMED) latencies.accept(Math.max(0, System.nanoTime() - begun));
  }

  /** Counts a call that ended in a declared exception, and returns that exception. */
  public <E extends Throwable> E declared(E failure) {
    errors.incrementAndGet();
    return failure;
  }

  /** Counts a call whose response tells of a failure. */
  public void failed() {
    errors.incrementAndGet();
  }

  /** Counts a call that ended otherwise, and returns what its caller is to see. */
  public ComponentException undeclared(Throwable failure) {
    errors.incrementAndGet();
    return Failures.undeclared(component, method, failure);
  }

  /** Calls begun so far. */
  public long calls() {
    return calls.get();
  }

  /** Calls that ended in an exception so far. */
  public long errors() {
    return errors.get();
  }

  private long beginTimed(long count) {
    nextTimed =
        count + (count < DENSE_CALLS ? 1 : Math.min(LONGEST_STRIDE, count / DENSE_CALLS + 1));
    // The lowest bit is no loss, and keeps a time from passing for none.
    return System.nanoTime() | 1;
  }
}
