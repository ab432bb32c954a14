package dev.heddle.component.spi;

import dev.heddle.component.ComponentException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of one method along one edge, and times some of them. Safe for use by many
 * threads, and exact: every call is counted once.
 *
 * <p>A stub that calls an implementation directly brackets the call with {@link #begin} and {@link
 * #end}. A call that leaves through an edge is counted and timed there instead.
 *
 * <p>An atomic increment would cost more than the call that it counts. So one thread at a time owns
 * the counter's own fields, and a few others a cell each, which nobody else writes; when an owner
 * has ended, what it owned passes to the next thread that asks. The threads beyond share an atomic
 * one.
 */
public final class CallCounter {
  /** What {@link #begin} returns for a call that is not timed. */
  private static final long NOT_TIMED = 0;

  private static final int CELLS = 8;
  private static final long DENSE_CALLS = 64;
  private static final long LONGEST_STRIDE = 1024;

  /** Calls counted by one thread at a time. */
  private static final class Cell {
    private @Nullable Thread owner;
    private long calls;
    private long nextTimed;

    /** Makes {@code caller} the owner, if there is none or it has ended. */
    boolean claimedBy(Thread caller) {
      if (owner != null && owner != caller && owner.isAlive()) return false;
      owner = caller;
      return true;
    }

    /** Every one of a cell's first 64 calls is timed, then ever fewer, down to one in 1,024. */
    long begin() {
      long count = calls + 1;
      calls = count;
      return count < nextTimed ? NOT_TIMED : beginTimed(count);
    }

    private long beginTimed(long count) {
      nextTimed =
          count + (count < DENSE_CALLS ? 1 : Math.min(LONGEST_STRIDE, count / DENSE_CALLS + 1));
      return now();
    }
  }

  private final String component;
  private final String method;
  private final LongConsumer latencies;
  private final AtomicLong errors = new AtomicLong();
  private final AtomicLong shared = new AtomicLong();
  private final Cell first = new Cell();
  private final @Nullable Cell[] others = new @Nullable Cell[CELLS];

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
   * Counts a call that begins now.
   *
   * @return what to give to {@link #end}
   */
  public long begin() {
    Thread caller = Thread.currentThread();
    return first.owner == caller ? first.begin() : beginElsewhere(caller);
  }

  /**
   * Notes that a call has ended, however it ended.
   *
   * @param begun what {@link #begin} returned
   */
  public void end(long begun) {
    if (begun != NOT_TIMED) endTimed(begun);
  }

  /** Counts a call that ended in a declared exception, and returns that exception. */
  public <E extends Throwable> E declared(E failure) {
    errors.incrementAndGet();
    return failure;
  }

  /** Counts a call that ended otherwise, and returns what its caller is to see. */
  public ComponentException undeclared(Throwable failure) {
    errors.incrementAndGet();
    return Failures.undeclared(component, method, failure);
  }

  /** Calls begun so far; of those that begin just now some may be missing. */
  public synchronized long calls() {
    long calls = shared.get() + first.calls;
    for (Cell cell : others) {
      if (cell != null) calls += cell.calls;
    }
    return calls;
  }

  /** Calls that ended in an exception so far. */
  public long errors() {
    return errors.get();
  }

  private long beginElsewhere(Thread caller) {
    Cell own = others[place(caller)];
    if (own != null && own.owner == caller) return own.begin();
    Cell claimed = claim(caller);
    if (claimed != null) return claimed.begin();
    return shared.incrementAndGet() % LONGEST_STRIDE == 0 ? now() : NOT_TIMED;
  }

  private synchronized @Nullable Cell claim(Thread caller) {
    if (first.claimedBy(caller)) return first;
    Cell other = others[place(caller)];
    if (other == null) {
      other = new Cell();
      others[place(caller)] = other;
    }
    return other.claimedBy(caller) ? other : null;
  }

  private static int place(Thread caller) {
    return (int) caller.threadId() & CELLS - 1;
  }

  private void endTimed(long begun) {
    latencies.accept(Math.max(0, System.nanoTime() - begun));
  }

  /** The lowest bit is no loss, and keeps a time from passing for none. */
  private static long now() {
    return System.nanoTime() | 1;
  }
}
