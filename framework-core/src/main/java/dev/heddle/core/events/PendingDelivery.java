package dev.heddle.core.events;

import java.util.Optional;

/**
 * An event that a subscription has not had yet.
 *
 * @param subscription the subscription's name
 * @param position names the event within the subscription; grows in the order of publishing
 * @param key the event's key
 * @param failures how many deliveries failed so far
 */
public record PendingDelivery(
    String subscription, long position, Optional<String> key, int failures) {

  /** The same, after a delivery failed. */
  public PendingDelivery failedOnceMore() {
    return new PendingDelivery(subscription, position, key, failures + 1);
  }
}
