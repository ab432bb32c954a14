package dev.heddle.test;

import dev.heddle.core.ApplicationEvents;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.events.DeadLetter;
import dev.heddle.core.events.DeliveryPolicy;
import dev.heddle.core.events.EventBounds;
import dev.heddle.core.events.EventOutbox;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The events of a test's application, which are kept in memory. A delivery that fails is tried
 * again at once, three times in all.
 */
public final class TestEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(
          3,
          Duration.ofNanos(1),
          Duration.ofNanos(1),
          Duration.ofSeconds(30),
          16,
          Duration.ofSeconds(5));

  private final HeddleRuntime runtime;

  TestEvents(HeddleRuntime runtime) {
    this.runtime = runtime;
  }

  static ApplicationEvents.Setup setup(TestClock clock) {
    return new ApplicationEvents.Setup(
        subscriptions -> EventOutbox.inMemory(subscriptions, EventBounds.DEFAULT), POLICY, clock);
  }

  /**
   * Waits until every event that was published is delivered to each of its subscriptions, those
   * that were published meanwhile too.
   *
   * @throws AssertionError when a delivery failed each time, or there is no end after a minute
   */
  public void awaitDelivered() {
    awaitSettled();
    List<DeadLetter> dead = deadLetters();
    if (dead.isEmpty()) return;
    throw new AssertionError(
        "not every event was delivered: "
            + String.join(
                ", ", dead.stream().map(it -> it.id() + " failed with " + it.error()).toList()));
  }

  /**
   * Waits until every event that was published is delivered or a dead letter.
   *
   * @throws AssertionError when there is no end after a minute
   */
  public void awaitSettled() {
    try {
      Optional<ApplicationEvents> events = runtime.events();
      if (events.isEmpty() || events.get().awaitDelivered(PATIENCE)) return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new AssertionError("events are still being delivered");
  }

  /** What could not be delivered so far. */
  public List<DeadLetter> deadLetters() {
    return runtime
        .events()
        .map(events -> events.deadLetters(Optional.empty(), Integer.MAX_VALUE))
        .orElse(List.of());
  }
}
