package dev.heddle.core;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds cycles among the constructor dependencies of components, each once. */
final class DependencyCycles {
  private final Map<String, List<String>> dependencies;
  private final Set<String> finished = new HashSet<>();
  private final Set<String> path = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param dependencies by component name, the names of what its constructor asks for
   */
  DependencyCycles(Map<String, List<String>> dependencies) {
    this.dependencies = dependencies;
  }

  List<Problem> problems() {
    dependencies.keySet().stream().sorted().forEach(this::visit);
    return List.copyOf(problems);
  }

  private void visit(String component) {
    if (finished.contains(component)) return;
    if (!path.add(component)) {
      report(component);
      return;
    }
    dependencies.getOrDefault(component, List.of()).forEach(this::visit);
    path.remove(component);
    finished.add(component);
  }

  private void report(String component) {
    List<String> walked = new ArrayList<>(path);
    List<String> cycle = new ArrayList<>(walked.subList(walked.indexOf(component), walked.size()));
    cycle.add(component);
    problems.add(
        new Problem(
            "components do not depend on each other in a circle",
            String.join(" -> ", cycle),
            "Let one of them return what the other needs, or move what both need into a third"));
  }
}
