package dev.heddle.core.events;

/** Makes a delivery. Called by many threads. */
@FunctionalInterface
public interface DeliveryHandler {
  /**
   * Hands an event to a subscription, and returns when it has had it. The thread is interrupted
   * when the deadline passes.
   *
   * @param attempt how many times this delivery has been tried, this time included
   * @throws Exception when it has not; the delivery is then tried again
   */
  void deliver(String subscription, EventMessage message, int attempt) throws Exception;
}
