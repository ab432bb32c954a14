package dev.heddle.cli;

import dev.heddle.cli.schema.Change;
import dev.heddle.cli.schema.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What changed since an earlier schema.
 *
 * @param against what was compared with, as it was named
 */
record Compatibility(String against, List<Located> changes) {
  private static final String PINNING =
      """
      A request is served by one revision to its end: calls between components of this application never meet two
      schemas, in a rollout either. What breaks are clients that call by gRPC from outside, and events that are
      stored when the revision changes.
      """;

  /**
   * A change and its place.
   *
   * @param file source file and line, or the type's name where it has no source any more
   */
  record Located(String file, Change change) {}

  Compatibility {
    changes = List.copyOf(changes);
  }

  static Compatibility of(String against, List<Change> changes, Sources sources)
      throws IOException {
    List<Located> located = new ArrayList<>();
    for (Change change : changes) {
      located.add(new Located(sources.place(change.type(), change.member()), change));
    }
    return new Compatibility(against, located);
  }

  boolean breaks() {
    return count(Severity.BREAKING) > 0;
  }

  String text() {
    if (changes.isEmpty()) return "Compared with " + against + ": nothing changed.\n";
    return "Compared with "
        + against
        + ": "
        + count(Severity.BREAKING)
        + " breaking, "
        + counted(Severity.WARNING, "warning")
        + ", "
        + counted(Severity.NOTE, "note")
        + changes.stream().map(Compatibility::text).collect(Collectors.joining("\n", "\n\n", "\n"))
        + PINNING;
  }

  private String counted(Severity severity, String word) {
    return count(severity) + " " + word + (count(severity) == 1 ? "" : "s");
  }

  private long count(Severity severity) {
    return changes.stream().filter(each -> each.change().severity() == severity).count();
  }

  private static String text(Located located) {
    Change change = located.change();
    StringBuilder text = new StringBuilder();
    text.append(change.severity().toString().toLowerCase(Locale.ROOT));
    text.append(": ").append(change.subject()).append(' ').append(change.change());
    text.append(" [").append(change.rule()).append("]\n  at ").append(located.file());
    for (Change.Effect effect : change.effects()) {
      text.append("\n  ").append(effect.direction()).append(": ").append(effect.effect());
    }
    if (!change.callers().isEmpty()) {
      text.append("\n  callers: ").append(String.join(", ", change.callers()));
    }
    return text.append("\n  remedy: ").append(change.remedy()).append('\n').toString();
  }
}
