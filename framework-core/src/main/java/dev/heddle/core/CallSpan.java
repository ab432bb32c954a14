package dev.heddle.core;

import java.util.concurrent.Callable;

/** The span of one call. Safe for use by many threads. */
public interface CallSpan {

  /** Of a call that is not recorded. */
  CallSpan NONE = new Unrecorded();

  /** The trace, for what is called within the call: its parent is this span. */
  TraceContext trace();

  /** Notes which replica makes the call; of several that were asked the last one stays. */
  void replica(String name);

  /**
   * Runs a part of the call on this thread, with this span as the one that the thread works in.
   *
   * @throws Exception what the part throws
   */
  <R> R within(Callable<R> part) throws Exception;

  /** The same, for a part that is to run later. */
  default <R> Callable<R> around(Callable<R> part) {
    return () -> within(part);
  }

  /** Notes that the call ended in an exception. */
  void failed(Throwable failure);

  /** Notes that the call ended in an exception which only its caller can read. */
  void failed();

  /** Ends it. What is noted afterwards is lost. */
  void end();

  /** Notes nothing. */
  final class Unrecorded implements CallSpan {
    private Unrecorded() {}

    @Override
    public TraceContext trace() {
      throw new IllegalStateException("a call that is not recorded has no span");
    }

    @Override
    public void replica(String name) {}

    @Override
    public <R> R within(Callable<R> part) throws Exception {
      return part.call();
    }

    @Override
    public <R> Callable<R> around(Callable<R> part) {
      return part;
    }

    @Override
    public void failed(Throwable failure) {}

    @Override
    public void failed() {}

    @Override
    public void end() {}
  }
}
