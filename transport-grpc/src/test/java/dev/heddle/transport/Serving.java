package dev.heddle.transport;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ServedCall;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A call that a test answers. */
final class Serving implements ServedCall {

  /** What a test answers. */
  interface Answer {
    byte[] to(Serving call) throws InterruptedException;
  }

  /** How a test answers a call with streams. */
  interface Streaming {
    GuestCall to(Serving call, IncomingMessages requests);
  }

  private final IncomingCall call;
  private final Answer answer;
  private final Streaming streaming;
  private final List<String> trail = new ArrayList<>();
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private volatile @Nullable Thread thread;

  Serving(IncomingCall call, Answer answer, Streaming streaming) {
    this.call = call;
    this.answer = answer;
    this.streaming = streaming;
  }

  IncomingCall call() {
    return call;
  }

  /** Waits until it is cancelled, which also interrupts the thread. */
  void awaitCancel() {
    while (true) {
      try {
        cancelled.await();
        return;
      } catch (InterruptedException itself) {
        // The latch says whether it was the cancellation.
      }
    }
  }

  @Override
  public byte[] run() {
    thread = Thread.currentThread();
    try {
      return answer.to(this);
    } catch (InterruptedException interrupt) {
      return new byte[0];
    }
  }

  @Override
  public GuestCall open(IncomingMessages requests) {
    thread = Thread.currentThread();
    return streaming.to(this, requests);
  }

  @Override
  public List<String> trail() {
    return trail;
  }

  @Override
  public void cancel() {
    cancelled.countDown();
    Thread running = thread;
    if (running != null) running.interrupt();
  }
}
