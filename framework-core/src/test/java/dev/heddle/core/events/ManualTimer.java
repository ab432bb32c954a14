package dev.heddle.core.events;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;

/** A timer whose time passes when a test says so. */
final class ManualTimer implements DeliveryTimer {
  /** An action that waits for its time. */
  record Waiting(Duration delay, Runnable action) {}

  private final Duration deadline;
  final LinkedBlockingQueue<Waiting> delays = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<Waiting> deadlines = new LinkedBlockingQueue<>();

  ManualTimer(Duration deadline) {
    this.deadline = deadline;
  }

  @Override
  public Runnable after(Duration delay, Runnable action) {
    Waiting waiting = new Waiting(delay, action);
    (delay.equals(deadline) ? deadlines : delays).add(waiting);
    return () -> deadlines.remove(waiting);
  }

  /** Waits until somebody waits, lets the time pass, and says how long that was. */
  Duration pass() throws InterruptedException {
    Waiting waiting = delays.take();
    waiting.action().run();
    return waiting.delay();
  }

  @Override
  public void close() {}
}
