package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Change.Effect;
import dev.heddle.cli.schema.Findings.Finding;
import dev.heddle.cli.schema.Schema.Component;
import dev.heddle.cli.schema.Schema.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what a change from one schema to another breaks. A pure function: nothing is read but the
 * two schemas.
 */
public final class Comparison {
  private final Schema before;
  private final Schema after;
  private final Findings findings;

  private Comparison(Schema before, Schema after) {
    this.before = before;
    this.after = after;
    this.findings = new Findings(new Callers(before, after));
  }

  /** Every change that somebody may notice, the worst first. */
  public static List<Change> compare(Schema before, Schema after) {
    Comparison comparison = new Comparison(before, after);
    comparison.components();
    comparison.events();
    return comparison.findings.all();
  }

  private void components() {
    Map<String, Component> old = byKey(before.components(), Component::service);
    Map<String, Component> now = byKey(after.components(), Component::service);
    for (Component component : before.components()) {
      @Nullable Component same = now.get(component.service());
      if (same == null) removed(component, old);
      else new MethodComparison(component, same, findings).compare();
    }
    for (Component component : after.components()) {
      if (!old.containsKey(component.service())) added(component);
    }
  }

  private void removed(Component component, Map<String, Component> old) {
    Optional<Component> successor =
        after.components().stream()
            .filter(other -> !old.containsKey(other.service()))
            .filter(
                other ->
                    other.type().equals(component.type())
                        || other.component().equals(component.component()))
            .findFirst();
    whole(
        "component-removed",
        component.component(),
        successor
            .map(other -> "is gone from " + component.service() + "; it is now " + other.service())
            .orElse("is gone"),
        component.type(),
        successor.isPresent()
            ? "Keep its package, and its name with @ComponentInterface(name = ...)."
            : "Keep it for as long as anyone calls it.",
        new Effect(
            Direction.OLD_CALLER_NEW_CALLEE,
            Severity.BREAKING,
            "every call is answered with UNIMPLEMENTED"));
  }

  private void added(Component component) {
    whole(
        "component-added",
        component.component(),
        "is new",
        component.type(),
        "Call it from outside only once the old revision is gone.",
        new Effect(
            Direction.NEW_CALLER_OLD_CALLEE,
            Severity.NOTE,
            "every call is answered with UNIMPLEMENTED"));
  }

  private void events() {
    Map<String, Event> now = byKey(after.events(), Event::event);
    for (Event event : before.events()) {
      @Nullable Event same = now.get(event.event());
      if (same != null) {
        new MessageComparison(event.messages(), same.messages(), same.type(), findings)
            .messages(event.message(), same.message(), Role.EVENT);
        continue;
      }
      whole(
          "event-removed",
          event.event(),
          "is gone",
          event.type(),
          "Keep it until every event of it is delivered; when it is renamed, keep its name with"
              + " @Event(name = ...).",
          new Effect(
              Direction.STORED_DATA,
              Severity.BREAKING,
              "what was not yet delivered has no reader"));
    }
  }

  private void whole(
      String rule, String subject, String change, String type, String remedy, Effect effect) {
    findings.add(
        new Finding(rule, subject, change, Judgement.SAME, type, "", remedy),
        List.of(effect),
        type);
  }

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toMap(key, each -> each, (one, other) -> one));
  }
}
