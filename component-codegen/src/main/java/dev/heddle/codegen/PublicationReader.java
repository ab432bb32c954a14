package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.capability.EventPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads which events an implementation's constructor asks to publish. */
final class PublicationReader {
  private static final String RULE = "An EventPublisher publishes one event type";

  private final Mirrors mirrors;
  private final Problems problems;
  private final TypeElement implementation;

  PublicationReader(Mirrors mirrors, Problems problems, TypeElement implementation) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.implementation = implementation;
  }

  List<Publication> read(ExecutableElement constructor) {
    List<Publication> publications = new ArrayList<>();
    for (int i = 0; i < constructor.getParameters().size(); i++) {
      int index = i;
      event(constructor.getParameters().get(i))
          .map(event -> new Publication(index, Event.descriptor(mirrors.nameOf(event))))
          .ifPresent(publications::add);
    }
    return List.copyOf(publications);
  }

  private Optional<TypeElement> event(VariableElement parameter) {
    TypeMirror type = parameter.asType();
    boolean publisher =
        mirrors
            .elementOf(type)
            .filter(it -> it.getQualifiedName().contentEquals(EventPublisher.class.getName()))
            .isPresent();
    if (!publisher) return Optional.empty();
    List<? extends TypeMirror> arguments = ((DeclaredType) type).getTypeArguments();
    Place at =
        new Place(
            parameter, implementation.getSimpleName() + "(" + parameter.getSimpleName() + ")");
    if (arguments.isEmpty()) {
      problems.add(at, RULE, "a raw EventPublisher", "Give it the event type as type argument.");
      return Optional.empty();
    }
    TypeMirror argument = arguments.getFirst();
    if (argument.getKind() == TypeKind.ERROR) {
      problems.unresolved();
      return Optional.empty();
    }
    Optional<TypeElement> event =
        mirrors
            .elementOf(argument)
            .filter(it -> it.getAnnotation(dev.heddle.component.Event.class) != null);
    if (event.isEmpty()) {
      problems.add(
          at,
          RULE,
          mirrors.nameOf(argument).toString(),
          "Name a record, or a sealed interface of records, that is marked @Event.");
    }
    return event;
  }
}
