package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import java.util.Objects;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** Refuses annotations where they would mean nothing. */
final class AnnotationPlacement {
  private AnnotationPlacement() {}

  static void check(RoundEnvironment round, Problems problems) {
    for (Element method : round.getElementsAnnotatedWith(Idempotent.class)) {
      check("@Idempotent", method, method, problems);
    }
    for (Element parameter : round.getElementsAnnotatedWith(RoutingKey.class)) {
      check(
          "@RoutingKey",
          parameter,
          Objects.requireNonNull(parameter.getEnclosingElement()),
          problems);
    }
  }

  private static void check(String annotation, Element marked, Element method, Problems problems) {
    Element type = Objects.requireNonNull(method.getEnclosingElement());
    boolean component =
        type.getKind() == ElementKind.INTERFACE && !method.getModifiers().contains(Modifier.STATIC);
    if (component) return;
    problems.add(
        new Place(marked, type.getSimpleName() + "." + method.getSimpleName()),
        annotation + " speaks of a method of a component interface",
        method.getModifiers().contains(Modifier.STATIC)
            ? "a static method"
            : "a method of the "
                + type.getKind().toString().toLowerCase(java.util.Locale.ROOT)
                + " "
                + type.getSimpleName(),
        "Move it to the interface's method.");
  }
}
