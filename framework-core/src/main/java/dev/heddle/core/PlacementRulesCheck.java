package dev.heddle.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds rules for the processes of components that name none, or that contradict each other. */
final class PlacementRulesCheck {
  private static final String TOGETHER = "together-with";
  private static final String APART = "apart-from";

  private final Set<String> components;
  private final RuntimeOptions options;
  private final Map<String, PlacementRules> rules = new TreeMap<>();
  private final Map<String, TreeSet<String>> groups = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param components names of all that there are
   */
  PlacementRulesCheck(Set<String> components, RuntimeOptions options) {
    this.components = components;
    this.options = options;
    options.components().forEach((name, each) -> rules.put(name, each.rules()));
  }

  List<Problem> problems() {
    rules.forEach(
        (component, asked) -> {
          asked.togetherWith().forEach(other -> checkName(component, TOGETHER, other));
          asked.apartFrom().forEach(other -> checkName(component, APART, other));
        });
    rules.forEach((one, asked) -> asked.togetherWith().forEach(other -> join(one, other)));
    rules.forEach((one, asked) -> asked.apartFrom().forEach(other -> checkApart(one, other)));
    Set.copyOf(groups.values()).stream()
        .sorted((one, other) -> one.first().compareTo(other.first()))
        .forEach(this::checkPlaces);
    return List.copyOf(problems);
  }

  private static String property(String component, String rule) {
    return "heddle.components." + component + "." + rule;
  }

  private void checkName(String component, String rule, String other) {
    if (!components.contains(other)) {
      problem(
          "configuration names components of the application",
          property(component, rule) + " names " + other + ", which is none",
          Names.suggestion(other, components));
    } else if (other.equals(component)) {
      problem(
          "a component is together with others, or apart from them",
          property(component, rule) + " names the component itself",
          "Remove it there");
    }
  }

  private void join(String one, String other) {
    TreeSet<String> group = group(one);
    TreeSet<String> joined = group(other);
    if (group == joined) return;
    group.addAll(joined);
    joined.forEach(member -> groups.put(member, group));
  }

  private TreeSet<String> group(String component) {
    return groups.computeIfAbsent(component, name -> new TreeSet<>(Set.of(name)));
  }

  private void checkApart(String one, String other) {
    if (one.equals(other)) return;
    if (group(one).contains(other)) {
      problem(
          "components that are to be together are not to be apart",
          property(one, APART) + " names " + other + ", and together are " + words(group(one)),
          "Remove " + other + " there, or what has them together");
      return;
    }
    Optional<String> first = home(one);
    Optional<String> second = home(other);
    if (first.isEmpty() || second.isEmpty()) return;
    problem(
        "components that are to be apart are not both kept in the application's process",
        property(one, APART) + " names " + other + "; " + first.get() + ", " + second.get(),
        "Let one of them go elsewhere, or remove " + property(one, APART));
  }

  /** Whether some of a group are kept in the application's process, and others away from it. */
  private void checkPlaces(TreeSet<String> group) {
    Optional<String> home = group.stream().map(this::home).flatMap(Optional::stream).findFirst();
    Optional<String> away = group.stream().map(this::away).flatMap(Optional::stream).findFirst();
    if (home.isEmpty() || away.isEmpty()) return;
    problem(
        "components that are to be together are not placed apart",
        "together are " + words(group) + "; " + home.get() + ", " + away.get(),
        "Place them alike, or do not have them together");
  }

  private static String words(TreeSet<String> group) {
    return String.join(", ", group);
  }

  /** What keeps a component in the application's process. */
  private Optional<String> home(String component) {
    if (options.component(component).rules().staysHome()) {
      return Optional.of(property(component, "only-in") + " is " + PlacementRules.APPLICATION);
    }
    return placed(component).filter(_ -> !remote(component));
  }

  private Optional<String> away(String component) {
    return placed(component).filter(_ -> remote(component));
  }

  private boolean remote(String component) {
    return options.component(component).placement().equals(Optional.of(Placement.REMOTE));
  }

  private Optional<String> placed(String component) {
    return options
        .component(component)
        .placement()
        .map(placement -> property(component, "placement") + " is " + placement.word());
  }

  private void problem(String rule, String found, String remedy) {
    problems.add(new Problem(rule, found, remedy));
  }
}
