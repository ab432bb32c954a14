package dev.heddle.core.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands events to their subscriptions, each on a virtual thread. Deliveries of one subscription
 * with equal keys follow each other; of the others a bounded number runs at once. What fails is
 * tried again later, and holds up its own key only. No subscription waits for another.
 */
public final class EventDispatcher implements AutoCloseable {
  private final EventBackend backend;
  private final DeliveryTimer timer;
  private final DeliveryPolicy policy;
  private final Outstanding outstanding = new Outstanding();
  private final Map<String, SubscriptionQueue> queues;

  /**
   * A dispatcher for some subscriptions, which does nothing until it is started.
   *
   * @param clock says when a delivery was given up
   */
  public EventDispatcher(
      EventBackend backend,
      Collection<String> subscriptions,
      DeliveryPolicy policy,
      DeliveryHandler handler,
      InstantSource clock) {
    this(
        backend,
        subscriptions,
        policy,
        handler,
        clock,
        DeliveryTimer.system(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  EventDispatcher(
      EventBackend backend,
      Collection<String> subscriptions,
      DeliveryPolicy policy,
      DeliveryHandler handler,
      InstantSource clock,
      DeliveryTimer timer,
      DoubleSupplier chance) {
    this.backend = backend;
    this.policy = policy;
    this.timer = timer;
    DeliveryAttempt attempt = new DeliveryAttempt(backend, policy, handler, clock, timer);
    this.queues =
        subscriptions.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    name -> new SubscriptionQueue(policy, attempt, timer, chance, outstanding)));
  }

  /** Begins to deliver. */
  public void start() {
    backend.start(this::accept);
  }

  private void accept(PendingDelivery delivery) {
    SubscriptionQueue queue = queues.get(delivery.subscription());
    if (queue != null) queue.add(delivery);
  }

  /** What each subscription is doing. */
  public Map<String, DeliveryFigures> figures() {
    return queues.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().figures()));
  }

  /**
   * Waits until everything that was published is delivered or dead.
   *
   * @return false when it is not after {@code patience}
   */
  public boolean awaitDelivered(Duration patience) throws InterruptedException {
    return outstanding.awaitNone(patience);
  }

  /** Begins no further delivery, and lets those that run end; interrupts them when they do not. */
  public void stop() {
    queues.values().forEach(SubscriptionQueue::stop);
    long end = System.nanoTime() + policy.grace().toNanos();
    boolean interrupted = false;
    for (SubscriptionQueue queue : queues.values()) {
      interrupted |= queue.awaitRunning(Duration.ofNanos(end - System.nanoTime()));
    }
    if (interrupted) Thread.currentThread().interrupt();
  }

  @Override
  public void close() {
    stop();
    timer.close();
  }
}
