package dev.heddle.codegen;

import dev.heddle.codegen.Method.Subscribed;
import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.EventOrigin;
import dev.heddle.component.Subscribe;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads what a method marked {@code @Subscribe} subscribes to. */
final class SubscriptionReader {
  private static final String SHAPE =
      "A @Subscribe method takes an event and, if it likes, an EventOrigin, and returns nothing";

  private final Mirrors mirrors;
  private final Problems problems;

  SubscriptionReader(Mirrors mirrors, Problems problems) {
    this.mirrors = mirrors;
    this.problems = problems;
  }

  Optional<Subscribed> read(ExecutableElement method, ExecutableType type, Place place) {
    if (method.getAnnotation(Subscribe.class) == null) return Optional.empty();
    List<? extends TypeMirror> parameters = type.getParameterTypes();
    if (parameters.stream().anyMatch(it -> it.getKind() == TypeKind.ERROR)) return Optional.empty();
    if (type.getReturnType().getKind() != TypeKind.VOID) {
      problems.add(
          place,
          SHAPE,
          "the result " + mirrors.nameOf(type.getReturnType()),
          "Return void; nobody takes the result.");
      return Optional.empty();
    }
    if (parameters.isEmpty() || parameters.size() > 2) {
      problems.add(
          place,
          SHAPE,
          parameters.isEmpty() ? "no parameter" : parameters.size() + " parameters",
          "Take the event first, and at most an EventOrigin beside it.");
      return Optional.empty();
    }
    if (parameters.size() == 2 && !isOrigin(parameters.get(1))) {
      VariableElement second = method.getParameters().get(1);
      problems.add(
          new Place(mirrors.inSource(second) ? second : place.element(), place.text()),
          SHAPE,
          "a second parameter of " + mirrors.nameOf(parameters.get(1)),
          "Put it into the event, or make it an EventOrigin.");
      return Optional.empty();
    }
    return event(parameters.getFirst(), place)
        .map(event -> new Subscribed(event, Event.descriptor(event), parameters.size() == 2));
  }

  private Optional<TypeName> event(TypeMirror type, Place place) {
    Optional<TypeElement> event =
        mirrors
            .elementOf(type)
            .filter(it -> it.getAnnotation(dev.heddle.component.Event.class) != null);
    if (event.isEmpty()) {
      problems.add(
          place,
          SHAPE,
          "a first parameter of " + mirrors.nameOf(type) + ", which is not marked @Event",
          "Mark that type @Event, or take the sealed interface that is.");
    }
    return event.map(mirrors::nameOf);
  }

  private boolean isOrigin(TypeMirror type) {
    return mirrors
        .elementOf(type)
        .filter(it -> it.getQualifiedName().contentEquals(EventOrigin.class.getName()))
        .isPresent();
  }
}
