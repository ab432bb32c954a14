package dev.heddle.core.events;

/**
 * How much is kept at most.
 *
 * @param backlog pending deliveries, over all subscriptions; beyond it publishing is refused
 * @param deadLetters dead letters, over all subscriptions; beyond it what fails stays pending
 */
public record EventBounds(int backlog, int deadLetters) {
  /** 100,000 pending deliveries and 10,000 dead letters. */
  public static final EventBounds DEFAULT = new EventBounds(100_000, 10_000);

  /** Checks the ranges. */
  public EventBounds {
    if (backlog < 1) throw new IllegalArgumentException("a backlog of " + backlog);
    if (deadLetters < 0) throw new IllegalArgumentException(deadLetters + " dead letters");
  }
}
