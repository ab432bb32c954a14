package dev.heddle.cli;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the application says at {@code /actuator/heddleevents}; unknown parts are ignored. */
record EventsDocument(List<Subscription> subscriptions) {
  /** Copies the list. */
  EventsDocument {
    subscriptions = List.copyOf(subscriptions);
  }

  record Subscription(
      String name,
      String event,
      boolean active,
      long pending,
      int running,
      int retrying,
      long delivered,
      long dead) {
    /** Refuses a subscription that lacks a part. */
    Subscription {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(event, "event");
    }
  }

  /** The answer at {@code /actuator/heddleevents/dead}. */
  record DeadLetters(List<DeadLetter> deadLetters) {
    /** Copies the list. */
    DeadLetters {
      deadLetters = List.copyOf(deadLetters);
    }
  }

  /** An event that could not be delivered. */
  record DeadLetter(
      String id,
      String event,
      Instant publishedAt,
      Instant diedAt,
      int attempts,
      String error,
      int bytes,
      Optional<String> payload) {
    /** Refuses a dead letter that lacks a part. */
    DeadLetter {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(event, "event");
      Objects.requireNonNull(diedAt, "diedAt");
      Objects.requireNonNull(error, "error");
    }
  }

  /** The answer to a change: how many dead letters it was made to. */
  record Changed(int deadLetters) {}
}
