package dev.heddle.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The boundaries of an application's components, judged from the class files that it is given and
 * takes for the whole application.
 *
 * <p>Immutable, and safe for use by many threads.
 */
public final class Boundaries {
  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::rule)
          .thenComparing(Violation::place)
          .thenComparing(Violation::found);

  private final Application application;

  private Boundaries(Application application) {
    this.application = application;
  }

  /** Those of the application that these classes are. */
  public static Boundaries of(JavaClasses classes) {
    return new Boundaries(Application.of(classes));
  }

  /** Whether there is a component interface or an implementation at all. */
  public boolean hasComponents() {
    return application.hasComponents();
  }

  /**
   * Every violation, by rule and place; empty when all boundaries are kept.
   *
   * @param allowedCycles names of component packages that may depend on each other in a circle, a
   *     set for each such circle
   */
  public List<Violation> violations(List<Set<String>> allowedCycles) {
    return Stream.of(
            new PrivateClassesRule(application).violations(),
            new SandboxRule(application).violations(),
            new CycleRule(application, allowedCycles).violations())
        .flatMap(List::stream)
        .sorted(ORDER)
        .toList();
  }
}
