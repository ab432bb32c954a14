package dev.heddle.component.spi;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the calls of one method along one edge, and decides which of them are timed.
 *
 * <p>Calls are counted without synchronization: of calls that begin at the very same moment on
 * several processors one may go uncounted. Errors are counted exactly.
 */
public final class CallCounter {
  private static final long DENSE_CALLS = 64;
  private static final long LONGEST_STRIDE = 1024;

  private final String component;
  private final String method;
  private final AtomicLong errors = new AtomicLong();
  private long calls;
  private long nextSample;

  /** A counter for {@code component.method}, at zero. */
  public CallCounter(String component, String method) {
    this.component = component;
    this.method = method;
  }

  /**
   * Counts a call that is about to be made directly.
   *
   * @return false when this call is to be timed: the stub then leaves it, counted, to its edge
   */
  public boolean proceed() {
    return ++calls < nextSample;
  }

  /**
   * Sets when the next call is timed: every one of the first 64, and ever fewer up to one in 1,024.
   */
  public void sampled() {
    long now = calls;
    nextSample = now + (now < DENSE_CALLS ? 1 : Math.min(LONGEST_STRIDE, now / DENSE_CALLS + 1));
  }

  /** Counts a call that did not go through {@link #proceed}. */
  public void count() {
    calls++;
  }

  /** Counts a call that ended in a declared exception, and returns that exception. */
  public <E extends Throwable> E declared(E failure) {
    errors.incrementAndGet();
    return failure;
  }

  /** Counts a call that ended otherwise, and returns what its caller is to see. */
  public RuntimeException undeclared(Throwable failure) {
    errors.incrementAndGet();
    return Failures.undeclared(component, method, failure);
  }

  /** Calls begun so far. */
  public long calls() {
    return calls;
  }

  /** Calls that ended in an exception so far. */
  public long errors() {
    return errors.get();
  }
}
