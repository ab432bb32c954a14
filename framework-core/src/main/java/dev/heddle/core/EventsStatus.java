package dev.heddle.core;

import java.util.List;

/**
 * What became of an application's events, for people and programs.
 *
 * @param events the event types, by name
 * @param subscriptions by name
 */
public record EventsStatus(List<Event> events, List<Subscription> subscriptions) {

  /**
   * An event type.
   *
   * @param publishers names of the components that publish it
   */
  public record Event(String name, List<String> publishers) {
    /** Copies the list. */
    public Event {
      publishers = List.copyOf(publishers);
    }
  }

  /**
   * A subscription.
   *
   * @param name {@code Component.method}
   * @param event name of the event type; empty when the application no longer has the subscription
   * @param active whether the application has it; what is kept for another waits for its return
   * @param pending events that it has not had
   * @param running deliveries that run now
   * @param retrying events whose last delivery failed and that wait for the next
   * @param delivered deliveries made since the start of this process
   * @param dead dead letters
   */
  public record Subscription(
      String name,
      String event,
      boolean active,
      long pending,
      int running,
      int retrying,
      long delivered,
      long dead) {}

  /** Copies the lists. */
  public EventsStatus {
    events = List.copyOf(events);
    subscriptions = List.copyOf(subscriptions);
  }
}
