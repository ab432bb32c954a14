package dev.heddle.core;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** One call of a recorded request; what is noted of it goes to its span, too, if it has one. */
final class RecordedCall implements CallSpan {
  private final CallRecording recording;
  private final CallSpan traced;
  private final TraceContext trace;
  private final long id;
  private final long parent;
  private final MethodCalls call;
  private final long begun;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile String replica = "";
  private volatile boolean failed;

  RecordedCall(
      CallRecording recording,
      CallSpan traced,
      TraceContext trace,
      long id,
      long parent,
      MethodCalls call) {
    this.recording = recording;
    this.traced = traced;
    this.trace = trace;
    this.id = id;
    this.parent = parent;
    this.call = call;
    this.begun = recording.now();
  }

  /** Its number in the sample. */
  long id() {
    return id;
  }

  @Override
  public TraceContext trace() {
    return trace;
  }

  @Override
  public void replica(String name) {
    replica = name;
    traced.replica(name);
  }

  @Override
  public <R> R within(Callable<R> part) throws Exception {
    return traced.within(part);
  }

  @Override
  public <R> Callable<R> around(Callable<R> part) {
    return traced.around(part);
  }

  @Override
  public void failed(Throwable failure) {
    failed = true;
    traced.failed(failure);
  }

  @Override
  public void failed() {
    failed = true;
    traced.failed();
  }

  @Override
  public void end() {
    if (ended.compareAndSet(false, true)) {
      recording.add(
          new RequestSample.Call(
              id,
              parent,
              call.caller(),
              call.callee(),
              call.method(),
              call.placement(),
              replica,
              begun,
              recording.now() - begun,
              failed));
    }
    traced.end();
  }
}
