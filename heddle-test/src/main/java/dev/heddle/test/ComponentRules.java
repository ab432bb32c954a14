package dev.heddle.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.heddle.rules.Boundaries;
import dev.heddle.rules.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The boundaries of an application's components, to be put into one of its tests:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "shop", importOptions = ImportOption.DoNotIncludeTests.class)
 * class BoundariesTest {
 *   @ArchTest
 *   static void componentsKeepTheirBoundaries(JavaClasses classes) {
 *     ComponentRules.standard().check(classes);
 *   }
 * }
 * }</pre>
 *
 * <p>The rules: nobody outside a component's package uses more of it than its interface and the
 * types of that interface's signatures; code that may run sandboxed has no static mutable state and
 * uses no threads, files, sockets, reflection, surroundings of the process, Spring or Jakarta;
 * component packages have no cycles but those that are declared. A component's package is one that
 * holds a component interface or an implementation, with its sub-packages. Generated code is not
 * judged.
 *
 * <p>The rules judge the classes that they are given and take these for the whole application.
 * Immutable, and safe for use by many threads.
 */
public final class ComponentRules {
  private final List<Set<String>> allowedCycles;

  private ComponentRules(List<Set<String>> allowedCycles) {
    this.allowedCycles = allowedCycles;
  }

  /** All rules; no cycle is allowed. */
  public static ComponentRules standard() {
    return new ComponentRules(List.of());
  }

  /**
   * These rules, and the component packages named may depend on each other in a circle. A cycle
   * that takes in a further package is still reported, and so is a declaration that no cycle needs.
   *
   * @param packages two or more names of packages that hold components
   * @throws IllegalArgumentException if fewer than two different packages are named
   */
  public ComponentRules allowingCycle(String... packages) {
    Set<String> cycle = new TreeSet<>(List.of(packages));
    if (cycle.size() < 2) {
      throw new IllegalArgumentException(
          "A cycle has two packages at least: "
              + cycle
              + ". Name all packages that may depend on each other.");
    }
    List<Set<String>> cycles = new ArrayList<>(allowedCycles);
    cycles.add(cycle);
    return new ComponentRules(List.copyOf(cycles));
  }

  /** Every violation, by rule and place; empty when all boundaries are kept. */
  public List<Violation> violations(JavaClasses classes) {
    return Boundaries.of(classes).violations(allowedCycles);
  }

  /**
   * Fails with every violation at once.
   *
   * @throws AssertionError if there is a violation, or no component among {@code classes}
   */
  public void check(JavaClasses classes) {
    if (!Boundaries.of(classes).hasComponents()) {
      throw new AssertionError(
          "There is no component among the "
              + classes.size()
              + " classes given. Import the application's packages, without its tests.");
    }
    List<Violation> violations = violations(classes);
    if (violations.isEmpty()) return;
    throw new AssertionError(
        violations.stream()
            .map(Violation::toString)
            .collect(
                Collectors.joining(
                    "\n\n", "Boundaries crossed: " + violations.size() + "\n\n", "")));
  }
}
