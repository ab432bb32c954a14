package dev.heddle.rules;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.SourceCodeLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Violations, one for each rule, place and subject: a line often names the same class thrice. */
final class Findings {
  private final Set<List<String>> known = new HashSet<>();
  private final List<Violation> violations = new ArrayList<>();

  void add(String rule, String place, String subject, String found, String remedy) {
    if (known.add(List.of(rule, place, subject))) {
      violations.add(new Violation(rule, place, found, remedy));
    }
  }

  List<Violation> all() {
    return List.copyOf(violations);
  }

  /** As {@code shop.cart.PersistentCart (PersistentCart.java:12)}; a declaration has no line. */
  static String place(JavaClass origin, SourceCodeLocation location) {
    int line = location.getLineNumber();
    String place = location.getSourceFileName() + (line > 0 ? ":" + line : "");
    return origin.getName() + " (" + place + ")";
  }

  /** ArchUnit's description of a dependency or access, without the place that ends it. */
  static String withoutPlace(String description) {
    int place = description.lastIndexOf(" in (");
    return place < 0 ? description : description.substring(0, place);
  }
}
