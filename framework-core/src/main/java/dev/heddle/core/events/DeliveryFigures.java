package dev.heddle.core.events;

/**
 * What a subscription is doing in this process.
 *
 * @param delivered deliveries made since the start
 * @param running deliveries that run now
 * @param retrying events whose last delivery failed and that wait for the next
 */
public record DeliveryFigures(long delivered, int running, int retrying) {
  /** Nothing. */
  public static final DeliveryFigures NONE = new DeliveryFigures(0, 0, 0);
}
