package dev.heddle.core.events;

import dev.heddle.core.events.DeliveryAttempt.Outcome.Dead;
import dev.heddle.core.events.DeliveryAttempt.Outcome.Delivered;
import dev.heddle.core.events.DeliveryAttempt.Outcome.Failed;
import dev.heddle.core.events.DeliveryAttempt.Outcome.Settled;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries one delivery, and tells the backend what became of it. */
final class DeliveryAttempt {
  private static final Logger LOG = LoggerFactory.getLogger(EventDispatcher.class);
  private static final int LONGEST_ERROR = 2_000;

  private final EventBackend backend;
  private final DeliveryPolicy policy;
  private final DeliveryHandler handler;
  private final InstantSource clock;
  private final DeliveryTimer timer;

  DeliveryAttempt(
      EventBackend backend,
      DeliveryPolicy policy,
      DeliveryHandler handler,
      InstantSource clock,
      DeliveryTimer timer) {
    this.backend = backend;
    this.policy = policy;
    this.handler = handler;
    this.clock = clock;
    this.timer = timer;
  }

  /** What became of a delivery. */
  sealed interface Outcome {
    /** The subscription has had the event. */
    record Delivered() implements Outcome {}

    /** The delivery is to be tried again. */
    record Failed(PendingDelivery next) implements Outcome {}

    /** The event is among the dead letters. */
    record Dead() implements Outcome {}

    /** Somebody else has settled the delivery. */
    record Settled() implements Outcome {}
  }

  /**
   * Tries a delivery on this thread.
   *
   * @param stopped says that the application stops: a failure then is none of the event's
   * @throws RuntimeException when the backend fails, so that nobody knows of the outcome
   */
  Outcome make(PendingDelivery delivery, BooleanSupplier stopped) {
    EventMessage message;
    try {
      message = backend.read(delivery);
    } catch (NoSuchElementException settled) {
      return new Settled();
    }
    Overtime overtime = new Overtime(Thread.currentThread());
    Runnable punctual = timer.after(policy.deadline(), overtime::interrupt);
    try {
      handler.deliver(delivery.subscription(), message, delivery.failures() + 1);
    } catch (Throwable failure) {
      punctual.run();
      boolean late = overtime.end();
      if (stopped.getAsBoolean()) return new Failed(delivery);
      return failed(delivery.failedOnceMore(), message, describe(failure, late));
    }
    punctual.run();
    overtime.end();
    backend.delivered(delivery);
    return new Delivered();
  }

  private Outcome failed(PendingDelivery delivery, EventMessage message, String error) {
    boolean last = delivery.failures() >= policy.attempts();
    boolean buried = last && backend.bury(delivery, error, clock.instant());
    LOG.warn(
        "delivery {} of event {} ({}) to {} failed{}: {}",
        delivery.failures(),
        message.id(),
        message.event(),
        delivery.subscription(),
        last ? buried ? "; it is a dead letter now" : "; no room among the dead letters" : "",
        error);
    if (buried) return new Dead();
    backend.failed(delivery);
    return new Failed(delivery);
  }

  private String describe(Throwable failure, boolean late) {
    String text = failure.toString();
    if (late) text = "no end within " + policy.deadline().toMillis() + " ms: " + text;
    return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR) + "...";
  }

  /** Interrupts a delivery's thread when its time is over, and never after the delivery. */
  private static final class Overtime {
    private final Thread thread;
    private boolean ended;
    private boolean late;

    Overtime(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (ended) return;
      late = true;
      thread.interrupt();
    }

    /** Whether the time was over; leaves the thread without an interrupt. */
    synchronized boolean end() {
      ended = true;
      Thread.interrupted();
      return late;
    }
  }
}
