package dev.heddle.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the application says of a component that was to be moved; unknown parts are ignored.
 *
 * @param refused why it was not moved, absent when it was
 */
record PlacedDocument(
    String placement, String reason, long epoch, @Nullable List<Problem> refused) {

  /** Refuses a document that lacks a part. */
  PlacedDocument {
    Objects.requireNonNull(placement, "placement");
    Objects.requireNonNull(reason, "reason");
  }

  /** Why it was not moved, each in a sentence or two. */
  List<String> problems() {
    return refused == null ? List.of() : refused.stream().map(Problem::text).toList();
  }

  record Problem(String rule, String found, String remedy) {
    String text() {
      return rule + ": " + found + ". " + remedy;
    }
  }
}
