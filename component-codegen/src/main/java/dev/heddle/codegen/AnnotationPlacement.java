package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import dev.heddle.component.Subscribe;
import java.util.Objects;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Refuses annotations where they would mean nothing. */
final class AnnotationPlacement {
  private AnnotationPlacement() {}

  static void check(RoundEnvironment round, Problems problems) {
    for (Element method : round.getElementsAnnotatedWith(Idempotent.class)) {
      check("@Idempotent", method, method, problems);
    }
    for (Element method : round.getElementsAnnotatedWith(Subscribe.class)) {
      check("@Subscribe", method, method, problems);
    }
    for (Element key : round.getElementsAnnotatedWith(RoutingKey.class)) {
      Element holder = Objects.requireNonNull(key.getEnclosingElement());
      if (key.getKind() == ElementKind.RECORD_COMPONENT) {
        checkEvent(key, (TypeElement) holder, problems);
      } else if (!ofRecordComponent(key, holder)) {
        check("@RoutingKey", key, holder, problems);
      }
    }
  }

  /** The compiler repeats a record component's annotation on the constructor's parameter. */
  private static boolean ofRecordComponent(Element parameter, Element constructor) {
    return constructor.getKind() == ElementKind.CONSTRUCTOR
        && Objects.requireNonNull(constructor.getEnclosingElement()).getEnclosedElements().stream()
            .filter(it -> it.getKind() == ElementKind.RECORD_COMPONENT)
            .filter(it -> it.getAnnotation(RoutingKey.class) != null)
            .anyMatch(it -> it.getSimpleName().equals(parameter.getSimpleName()));
  }

  private static void checkEvent(Element component, TypeElement record, Problems problems) {
    if (isEvent(record)) return;
    problems.add(
        new Place(component, record.getSimpleName() + "." + component.getSimpleName()),
        "@RoutingKey on a record's component speaks of an event",
        "the record " + record.getSimpleName() + ", which is none",
        "Mark the record, or its sealed interface, @Event; or mark a method's parameter.");
  }

  private static boolean isEvent(TypeElement type) {
    return type.getAnnotation(dev.heddle.component.Event.class) != null
        || type.getInterfaces().stream()
            .filter(DeclaredType.class::isInstance)
            .anyMatch(parent -> isEvent((TypeElement) ((DeclaredType) parent).asElement()));
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
