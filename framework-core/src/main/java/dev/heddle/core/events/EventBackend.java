package dev.heddle.core.events;

import dev.heddle.component.capability.EventPublishException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What keeps events until each subscription has had them. Safe for use by many threads.
 *
 * <p>A backend stores and hands over; when a delivery is tried again, and when it is given up, the
 * {@link EventDispatcher} decides. Every backend passes {@code EventBackendConformance}.
 */
public interface EventBackend extends AutoCloseable {

  /**
   * A subscription of the application.
   *
   * @param name its name, {@code Component.method}
   * @param event name of the event type
   */
  record Subscribed(String name, String event) {}

  /**
   * How many events a subscription has.
   *
   * @param pending not delivered yet
   * @param dead given up
   */
  record Kept(long pending, long dead) {}

  /** Makes the backend of an application. */
  @FunctionalInterface
  interface Factory {
    /**
     * Opens what was kept and begins to keep events for these subscriptions. What is kept for
     * others stays, until they are back or it is discarded.
     *
     * @throws IllegalStateException when it cannot be opened; the message says the remedy
     */
    EventBackend open(List<Subscribed> subscriptions);
  }

  /** Takes what is to be delivered. */
  @FunctionalInterface
  interface Receiver {
    /** Takes one delivery, soon; must neither fail nor call the backend. */
    void accept(PendingDelivery delivery);
  }

  /**
   * Keeps an event for each subscription to its type, for all of them or none, and returns when it
   * is durable.
   */
  void publish(EventMessage message) throws EventPublishException;

  /**
   * Begins to hand over what is pending: each delivery once, those of one subscription in the order
   * of their positions. One that was handed over and not settled is handed over again by the next
   * process.
   */
  void start(Receiver receiver);

  /**
   * The event of a delivery that was handed over and not settled.
   *
   * @throws java.util.NoSuchElementException when it is settled, perhaps by another process; it is
   *     then not tried again
   */
  EventMessage read(PendingDelivery delivery);

  /** Settles a delivery: the subscription has had it. */
  void delivered(PendingDelivery delivery);

  /** Notes how many deliveries failed, for the next process. */
  void failed(PendingDelivery delivery);

  /**
   * Settles a delivery by putting it to the dead letters.
   *
   * @return false when there is no room for it; it is then not settled
   */
  boolean bury(PendingDelivery delivery, String error, Instant at);

  /** The oldest dead letters of a subscription, or of all, at most {@code limit} of them. */
  List<DeadLetter> deadLetters(Optional<String> subscription, int limit);

  /**
   * Makes a dead letter pending again, after everything that is, with no failures.
   *
   * @return false when there is no such dead letter, or its subscription is none of the
   *     application's
   */
  boolean replay(String id);

  /**
   * Removes a dead letter.
   *
   * @return false when there is none
   */
  boolean discard(String id);

  /** What is kept, by subscription: the application's, and others for which something is kept. */
  Map<String, Kept> kept();

  @Override
  void close();
}
