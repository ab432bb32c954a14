package dev.heddle.cli.schema;

import dev.heddle.cli.schema.Change.Effect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Changes as they are found; one that several components meet is told once. */
final class Findings {
  /** What is told once. */
  record Finding(
      String rule,
      String subject,
      String change,
      Judgement judgement,
      String type,
      String member,
      String remedy) {}

  private record Uses(Set<Role> roles, Set<String> components) {}

  private static final Comparator<Change> ORDER =
      Comparator.comparing(Change::severity)
          .reversed()
          .thenComparing(Change::subject)
          .thenComparing(Change::rule)
          .thenComparing(Change::change);

  private final Callers callers;
  private final Map<Finding, Uses> found = new LinkedHashMap<>();
  private final List<Change> whole = new ArrayList<>();

  Findings(Callers callers) {
    this.callers = callers;
  }

  /** Adds what changes a message, where it has a role. */
  void add(Finding finding, Role role, String user) {
    Uses uses =
        found.computeIfAbsent(
            finding, key -> new Uses(EnumSet.noneOf(Role.class), new TreeSet<>()));
    uses.roles().add(role);
    uses.components().add(user);
  }

  /** Adds what changes a component, method or event as such; {@code user} is its type. */
  void add(Finding finding, List<Effect> effects, String user) {
    whole.add(change(finding, effects, Set.of(user)));
  }

  List<Change> all() {
    Stream<Change> ofMessages =
        found.entrySet().stream()
            .map(
                entry ->
                    change(
                        entry.getKey(),
                        effects(entry.getKey().judgement(), entry.getValue().roles()),
                        entry.getValue().components()));
    return Stream.concat(whole.stream(), ofMessages)
        .filter(change -> change.severity() != Severity.NONE)
        .sorted(ORDER)
        .toList();
  }

  private Change change(Finding finding, List<Effect> effects, Collection<String> users) {
    Severity severity = effects.stream().map(Effect::severity).reduce(Severity.NONE, Severity::or);
    return new Change(
        severity,
        finding.rule(),
        finding.subject(),
        finding.change(),
        effects,
        callers.of(users),
        finding.type(),
        finding.member(),
        finding.remedy());
  }

  private static List<Effect> effects(Judgement judgement, Set<Role> roles) {
    return roles.stream()
        .flatMap(
            role ->
                Stream.of(
                    effect(role.forward, judgement.forward()),
                    effect(role.backward, judgement.backward())))
        .filter(effect -> effect.severity() != Severity.NONE)
        .distinct()
        .sorted(Comparator.comparing(Effect::severity).reversed())
        .toList();
  }

  private static Effect effect(Direction direction, Judgement.Verdict verdict) {
    return new Effect(direction, verdict.severity().atMost(direction.limit()), verdict.effect());
  }
}
