package dev.heddle.core.events;

import dev.heddle.core.events.DeliveryAttempt.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deliveries of one subscription. Those with equal keys stand in one lane, of which only the
 * first runs or waits to be tried again; one without a key has a lane of its own.
 */
final class SubscriptionQueue {
  private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);

  /** How long what heeds its interrupt has to note what became of the delivery. */
  private static final Duration AFTER_THE_INTERRUPT = Duration.ofSeconds(2);

  private final DeliveryPolicy policy;
  private final DeliveryAttempt attempt;
  private final DeliveryTimer timer;
  private final DoubleSupplier chance;
  private final Outstanding outstanding;
  private final Map<String, Lane> lanes = new HashMap<>();
  private final ArrayDeque<Lane> ready = new ArrayDeque<>();
  private final Set<Thread> running = new HashSet<>();
  private int retrying;
  private long delivered;
  private boolean stopped;

  private static final class Lane {
    final ArrayDeque<PendingDelivery> waiting = new ArrayDeque<>();
  }

  SubscriptionQueue(
      DeliveryPolicy policy,
      DeliveryAttempt attempt,
      DeliveryTimer timer,
      DoubleSupplier chance,
      Outstanding outstanding) {
    this.policy = policy;
    this.attempt = attempt;
    this.timer = timer;
    this.chance = chance;
    this.outstanding = outstanding;
  }

  synchronized void add(PendingDelivery delivery) {
    outstanding.begin();
    Lane lane = delivery.key().map(this::lane).orElseGet(Lane::new);
    lane.waiting.add(delivery);
    if (lane.waiting.size() == 1) ready.add(lane);
    begin();
  }

  private Lane lane(String key) {
    return lanes.computeIfAbsent(key, first -> new Lane());
  }

  private void begin() {
    while (!stopped && running.size() < policy.concurrency() && !ready.isEmpty()) {
      Lane lane = ready.remove();
      PendingDelivery first = lane.waiting.element();
      Thread thread =
          Thread.ofVirtual()
              .name("event " + first.subscription())
              .unstarted(() -> make(lane, first));
      running.add(thread);
      thread.start();
    }
  }

  private void make(Lane lane, PendingDelivery delivery) {
    try {
      Outcome outcome = attempt.make(delivery, this::stopped);
      synchronized (this) {
        running.remove(Thread.currentThread());
        settle(lane, delivery, outcome);
      }
    } catch (RuntimeException unknown) {
      // The backend keeps the delivery, so it is tried again like one that failed.
      synchronized (this) {
        running.remove(Thread.currentThread());
        if (!stopped) LOG.error("cannot tell what became of {}", delivery, unknown);
        later(lane, Math.max(1, delivery.failures()));
      }
    } finally {
      ended();
    }
  }

  private synchronized void ended() {
    notifyAll();
    begin();
  }

  private void settle(Lane lane, PendingDelivery delivery, Outcome outcome) {
    switch (outcome) {
      case Outcome.Failed(PendingDelivery next) -> {
        lane.waiting.remove();
        lane.waiting.addFirst(next);
        later(lane, Math.max(1, next.failures()));
      }
      case Outcome.Delivered it -> {
        delivered++;
        leave(lane, delivery);
      }
      case Outcome.Dead it -> leave(lane, delivery);
      case Outcome.Settled it -> leave(lane, delivery);
    }
  }

  private void leave(Lane lane, PendingDelivery delivery) {
    lane.waiting.remove();
    outstanding.end();
    if (!lane.waiting.isEmpty()) ready.add(lane);
    else delivery.key().ifPresent(lanes::remove);
  }

  private void later(Lane lane, int failures) {
    retrying++;
    // The cancellation is of no use: what is stopped begins nothing.
    Runnable unused =
        timer.after(policy.delay(failures, chance.getAsDouble()), () -> tryAgain(lane));
  }

  private synchronized void tryAgain(Lane lane) {
    retrying--;
    ready.add(lane);
    begin();
  }

  synchronized DeliveryFigures figures() {
    return new DeliveryFigures(delivered, running.size(), retrying);
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  synchronized void stop() {
    stopped = true;
  }

  /**
   * Waits until nothing runs. Interrupts what still does afterwards, and waits a little for that.
   *
   * @return whether this thread was interrupted meanwhile
   */
  synchronized boolean awaitRunning(Duration patience) {
    boolean interrupted = awaitNone(patience);
    if (running.isEmpty()) return interrupted;
    running.forEach(Thread::interrupt);
    return interrupted | awaitNone(AFTER_THE_INTERRUPT);
  }

  private boolean awaitNone(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    while (!running.isEmpty()) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) return false;
      try {
        wait(millis);
      } catch (InterruptedException again) {
        return true;
      }
    }
    return false;
  }
}
