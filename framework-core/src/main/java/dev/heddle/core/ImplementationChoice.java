package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which implementation stands behind each component: the configured one, else the only one, else
 * the primary one of several.
 */
final class ImplementationChoice {
  /** What configuration says in place of a name to have a component without implementation. */
  static final String ABSENT = "none";

  private final ComponentCatalog catalog;
  private final RuntimeOptions options;
  private final Set<String> absent = new HashSet<>();
  private final Map<Class<?>, ImplementationDescriptor<?>> chosen = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param supplied components whose implementation is given from outside: nothing is chosen
   */
  ImplementationChoice(ComponentCatalog catalog, RuntimeOptions options, Set<Class<?>> supplied) {
    this.catalog = catalog;
    this.options = options;
    options
        .components()
        .forEach(
            (name, configured) -> {
              if (configured.implementation().equals(Optional.of(ABSENT))) absent.add(name);
            });
    Map<Class<?>, List<ImplementationDescriptor<?>>> candidates =
        catalog.implementations().stream()
            .collect(Collectors.groupingBy(ImplementationDescriptor::component));
    for (ComponentDescriptor<?> component : catalog.components()) {
      if (supplied.contains(component.type())) {
        absent.remove(component.name());
        continue;
      }
      choose(component.name(), candidates.getOrDefault(component.type(), List.of()))
          .ifPresent(one -> chosen.put(component.type(), one));
    }
    catalog.components().stream()
        .filter(component -> !supplied.contains(component.type()))
        .filter(component -> !candidates.containsKey(component.type()))
        .forEach(this::leaveOut);
  }

  /** Components that nobody implements are absent, if those who ask for them can do without. */
  private void leaveOut(ComponentDescriptor<?> component) {
    List<Dependency> asking =
        chosen.values().stream()
            .flatMap(implementation -> implementation.dependencies().stream())
            .filter(dependency -> dependency.type() == component.type())
            .toList();
    if (!asking.isEmpty() && asking.stream().allMatch(Dependency::optional)) {
      absent.add(component.name());
    }
  }

  /** The chosen implementation of a component. */
  Optional<ImplementationDescriptor<?>> of(Class<?> component) {
    return Optional.ofNullable(chosen.get(component));
  }

  /** All that are chosen. */
  List<ImplementationDescriptor<?>> all() {
    return List.copyOf(chosen.values());
  }

  /** What of the catalog is part of the application. */
  ComponentCatalog part() {
    return new ComponentCatalog(
        catalog.components().stream().filter(component -> !absent(component.name())).toList(),
        all());
  }

  /** Whether a component is not part of the application. */
  boolean absent(String component) {
    return absent.contains(component);
  }

  /** What kept an implementation from being chosen where there are some. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Optional<ImplementationDescriptor<?>> choose(
      String component, List<ImplementationDescriptor<?>> candidates) {
    if (absent(component)) return Optional.empty();
    Optional<String> configured = options.component(component).implementation();
    if (configured.isPresent()) return configured(component, configured.get(), candidates);
    if (candidates.size() < 2) return candidates.stream().findFirst();
    List<ImplementationDescriptor<?>> primary =
        candidates.stream().filter(ImplementationDescriptor::primary).toList();
    if (primary.size() == 1) return Optional.of(primary.getFirst());
    problems.add(
        primary.isEmpty()
            ? new Problem(
                "one implementation of a component is chosen",
                component + " has " + classes(candidates) + ", and none is primary",
                "Say " + lines(component, candidates) + ", or mark one as primary")
            : new Problem(
                "at most one implementation of a component is primary",
                component + " has " + classes(primary),
                "Say " + lines(component, candidates) + ", or take primary from all but one"));
    return Optional.empty();
  }

  private Optional<ImplementationDescriptor<?>> configured(
      String component, String wanted, List<ImplementationDescriptor<?>> candidates) {
    List<ImplementationDescriptor<?>> matching = matching(wanted, candidates);
    if (matching.size() == 1) return Optional.of(matching.getFirst());
    String found = property(component) + " is " + wanted;
    problems.add(
        matching.isEmpty()
            ? new Problem(
                "the configured implementation is one that the component has",
                found + ", and " + component + " has " + classes(candidates),
                candidates.isEmpty()
                    ? "Put one on the class path, or remove the line"
                    : "Say " + lines(component, candidates))
            : new Problem(
                "the configured implementation is one",
                found + ", which is " + classes(matching),
                "Say "
                    + matching.stream()
                        .map(one -> property(component) + "=" + one.type().getName())
                        .collect(Collectors.joining(" or "))));
    return Optional.empty();
  }

  /** By whole class name, else by name or simple class name. */
  private static List<ImplementationDescriptor<?>> matching(
      String wanted, List<ImplementationDescriptor<?>> candidates) {
    List<ImplementationDescriptor<?>> exact =
        filter(candidates, one -> one.type().getName().equals(wanted));
    if (!exact.isEmpty()) return exact;
    return filter(
        candidates, one -> one.name().equals(wanted) || one.type().getSimpleName().equals(wanted));
  }

  private static List<ImplementationDescriptor<?>> filter(
      List<ImplementationDescriptor<?>> candidates,
      Predicate<ImplementationDescriptor<?>> condition) {
    return candidates.stream().filter(condition).toList();
  }

  private static String classes(List<ImplementationDescriptor<?>> candidates) {
    if (candidates.isEmpty()) return "none";
    return candidates.stream()
        .map(one -> one.type().getName())
        .collect(Collectors.joining(" and "));
  }

  /** The line of configuration that chooses each, by the shortest name that is its alone. */
  private static String lines(String component, List<ImplementationDescriptor<?>> candidates) {
    return candidates.stream()
        .map(one -> property(component) + "=" + shortest(one, candidates))
        .collect(Collectors.joining(" or "));
  }

  private static String shortest(
      ImplementationDescriptor<?> one, List<ImplementationDescriptor<?>> candidates) {
    return List.of(one.name(), one.type().getSimpleName()).stream()
        .filter(name -> !name.isEmpty() && matching(name, candidates).size() == 1)
        .findFirst()
        .orElse(one.type().getName());
  }

  private static String property(String component) {
    return "heddle.components." + component + ".implementation";
  }
}
