package dev.heddle.rules;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds that packages of components depend on each other in one direction. */
final class CycleRule {
  static final String RULE = "Packages of components have no cycles.";

  private final Application application;
  private final List<Set<String>> allowed;
  private final Findings findings = new Findings();

  /** By origin and target, each with the first place that makes it so, with a line if possible. */
  private final Map<String, Map<String, String>> edges = new TreeMap<>();

  CycleRule(Application application, List<Set<String>> allowed) {
    this.application = application;
    this.allowed = allowed;
  }

  List<Violation> violations() {
    application.written().stream()
        .flatMap(each -> each.getDirectDependenciesFromSelf().stream().sorted())
        .forEach(this::record);
    Set<Set<String>> cycles = cycles();
    cycles.stream()
        .filter(cycle -> allowed.stream().noneMatch(each -> each.containsAll(cycle)))
        .forEach(this::report);
    allowed.stream()
        .filter(each -> cycles.stream().noneMatch(each::containsAll))
        .forEach(this::reportUnneeded);
    return findings.all();
  }

  private void record(Dependency dependency) {
    JavaClass origin = dependency.getOriginClass();
    Optional<JavaClass> target = application.find(dependency.getTargetClass());
    Optional<String> from = application.componentPackage(origin);
    Optional<String> to = target.flatMap(application::componentPackage);
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) return;
    edges
        .computeIfAbsent(from.get(), name -> new TreeMap<>())
        .merge(
            to.get(),
            Findings.place(origin, dependency.getSourceCodeLocation()),
            (first, next) -> hasLine(first) || !hasLine(next) ? first : next);
  }

  private static boolean hasLine(String place) {
    return place.contains(":");
  }

  private Set<Set<String>> cycles() {
    Map<String, Set<String>> reached =
        edges.keySet().stream().collect(Collectors.toMap(each -> each, this::reachedFrom));
    Set<Set<String>> cycles = new LinkedHashSet<>();
    for (String origin : edges.keySet()) {
      Set<String> around =
          reached.getOrDefault(origin, Set.of()).stream()
              .filter(each -> reached.getOrDefault(each, Set.of()).contains(origin))
              .collect(Collectors.toCollection(TreeSet::new));
      if (!around.isEmpty()) cycles.add(around);
    }
    return cycles;
  }

  private Set<String> reachedFrom(String origin) {
    Set<String> reached = new TreeSet<>();
    Deque<String> unread = new ArrayDeque<>(List.of(origin));
    while (!unread.isEmpty()) {
      edges.getOrDefault(unread.remove(), Map.of()).keySet().stream()
          .filter(reached::add)
          .forEach(unread::add);
    }
    return reached;
  }

  private void report(Set<String> cycle) {
    Map<String, String> arrows = new TreeMap<>();
    for (String from : cycle) {
      edges
          .getOrDefault(from, Map.of())
          .forEach(
              (to, place) -> {
                if (cycle.contains(to)) arrows.put(from + " -> " + to, place);
              });
    }
    findings.add(
        RULE,
        arrows.values().iterator().next(),
        cycle.toString(),
        arrows.entrySet().stream()
            .map(arrow -> arrow.getKey() + " at " + arrow.getValue())
            .collect(Collectors.joining("; ")),
        "Move what both need to a package that holds no component, or let one side be told what it"
            + " asks for; if they belong together, declare it: allowingCycle("
            + quoted(cycle)
            + ").");
  }

  private void reportUnneeded(Set<String> declared) {
    findings.add(
        RULE,
        "allowingCycle(" + quoted(declared) + ")",
        declared.toString(),
        "these packages have no cycle of their own",
        "Correct the names, or remove the declaration.");
  }

  private static String quoted(Set<String> names) {
    return names.stream().collect(Collectors.joining("\", \"", "\"", "\""));
  }
}
