package dev.heddle.core.spring;

import dev.heddle.core.events.DeliveryPolicy;
import dev.heddle.core.events.EventBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are kept and delivered. What is said here of a property is what editors show and what
 * stands in {@code docs/configuration.md}.
 *
 * @param backend What keeps the events. embedded is a file in heddle.data-directory; nats is a NATS
 *     server.
 * @param maxBacklog How many deliveries may be pending, over all subscriptions; beyond it
 *     publishing is refused. In NATS an event counts once, however many subscriptions it is for.
 * @param maxDeadLetters How many dead letters are kept; beyond it what fails is tried on.
 * @param attempts How many deliveries of an event to a subscription may fail until it goes to the
 *     dead letters.
 * @param firstDelay How long after the first failure the next delivery begins, at most; it doubles
 *     with each failure. At least half of it passes.
 * @param longestDelay How long the delay after a failure may become.
 * @param deadline How long a delivery may take until it is interrupted and counts as failed.
 * @param concurrency How many deliveries of one subscription run at once.
 * @param showPayloads Whether dead letters are shown with what is in the event.
 */
@ConfigurationProperties("heddle.events")
public record EventProperties(
    @DefaultValue("embedded") String backend,
    @DefaultValue("100000") int maxBacklog,
    @DefaultValue("10000") int maxDeadLetters,
    @DefaultValue("15") int attempts,
    @DefaultValue("1s") Duration firstDelay,
    @DefaultValue("5m") Duration longestDelay,
    @DefaultValue("30s") Duration deadline,
    @DefaultValue("16") int concurrency,
    @DefaultValue("false") boolean showPayloads) {

  /** Checks the ranges. */
  public EventProperties {
    policy(attempts, firstDelay, longestDelay, deadline, concurrency);
    new EventBounds(maxBacklog, maxDeadLetters);
  }

  DeliveryPolicy policy() {
    return policy(attempts, firstDelay, longestDelay, deadline, concurrency);
  }

  EventBounds bounds() {
    return new EventBounds(maxBacklog, maxDeadLetters);
  }

  private static DeliveryPolicy policy(
      int attempts,
      Duration firstDelay,
      Duration longestDelay,
      Duration deadline,
      int concurrency) {
    return new DeliveryPolicy(
        attempts, firstDelay, longestDelay, deadline, concurrency, DeliveryPolicy.DEFAULT.grace());
  }
}
