package dev.heddle.cli.schema;

import java.util.List;

/**
 * Something that differs between two versions.
 *
 * @param severity how bad it is
 * @param rule a short name of the kind of change, such as {@code field-removed}
 * @param subject what changed, such as {@code LineItem.price}
 * @param change how it changed
 * @param effects who is affected and how, the worst first
 * @param callers who calls what changed, by declaration
 * @param type the Java type where it stands or stood
 * @param member its member there, or what is new beside it; may be empty
 * @param remedy what to do instead
 */
public record Change(
    Severity severity,
    String rule,
    String subject,
    String change,
    List<Effect> effects,
    List<String> callers,
    String type,
    String member,
    String remedy) {
  /** What happens when the two versions meet. */
  public record Effect(Direction direction, Severity severity, String effect) {}

  /** Copies the lists. */
  public Change {
    effects = List.copyOf(effects);
    callers = List.copyOf(callers);
  }
}
