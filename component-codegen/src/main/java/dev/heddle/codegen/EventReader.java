package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.RoutingKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads an event type. */
final class EventReader {
  private static final String MARKS = "@Event marks a record or a sealed interface of records";

  private final Mirrors mirrors;
  private final Problems problems;
  private final TypeElement element;
  private final Place place;

  EventReader(Mirrors mirrors, Problems problems, TypeElement element) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.element = element;
    this.place = new Place(element, element.getSimpleName().toString());
  }

  /** The event. Only to be used when no problem was found. */
  Event read() {
    TypeName java = mirrors.nameOf(element);
    String name = name();
    if (!checkType()) return new Event(java, name, false, "", "", List.of(), List.of());
    checkName(name);
    Messages messages = new Messages(List.of());
    TypeReader types = new TypeReader(mirrors, problems, messages, mirrors.packageOf(element));
    ValueType type = types.read(element.asType(), place);
    Map<String, Event.Key> keys = new LinkedHashMap<>();
    readKeys(element, messages, keys);
    return new Event(
        java,
        name,
        element.getAnnotation(dev.heddle.component.Event.class).shared(),
        ComponentReader.protoPackage(java, name),
        type.label(),
        List.copyOf(keys.values()),
        messages.all());
  }

  private String name() {
    String given = element.getAnnotation(dev.heddle.component.Event.class).name();
    return given.isEmpty() ? element.getSimpleName().toString() : given;
  }

  private boolean checkType() {
    boolean sealed =
        element.getKind() == ElementKind.INTERFACE
            && element.getModifiers().contains(Modifier.SEALED);
    if (element.getKind() != ElementKind.RECORD && !sealed) {
      String kind = element.getKind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
      problems.add(
          place,
          MARKS,
          "the " + kind + " " + element.getSimpleName(),
          element.getKind() == ElementKind.INTERFACE
              ? "Make it a sealed interface of records."
              : "Make it a record.");
      return false;
    }
    if (!element.getTypeParameters().isEmpty()) {
      problems.add(
          place,
          MARKS + ", without type parameters",
          "<" + element.getTypeParameters().getFirst().getSimpleName() + ">",
          "Name the types that are meant.");
      return false;
    }
    return true;
  }

  private void checkName(String name) {
    if (!name.matches("[A-Z][A-Za-z0-9]*")) {
      problems.add(
          place,
          "An event's name is of letters and digits and begins with an upper-case letter",
          "'" + name + "'",
          "Give another with @Event(name = \"...\").");
    }
    ComponentReader.checkPackage(mirrors.packageOf(element), place, problems);
  }

  private void readKeys(TypeElement type, Messages messages, Map<String, Event.Key> keys) {
    TypeName java = mirrors.nameOf(type);
    if (keys.containsKey(java.toString())) return;
    if (type.getKind() == ElementKind.RECORD) {
      keys.put(java.toString(), new Event.Key(java, key(type, messages)));
      return;
    }
    for (TypeMirror permitted : type.getPermittedSubclasses()) {
      mirrors.elementOf(permitted).ifPresent(it -> readKeys(it, messages, keys));
    }
  }

  private Optional<Field> key(TypeElement record, Messages messages) {
    List<Field> found = new ArrayList<>();
    List<Field> fields = messages.fields(mirrors.nameOf(record));
    for (int i = 0; i < record.getRecordComponents().size() && i < fields.size(); i++) {
      RecordComponentElement component = record.getRecordComponents().get(i);
      if (component.getAnnotation(RoutingKey.class) == null) continue;
      Place at =
          new Place(
              mirrors.inSource(component) ? component : element,
              record.getSimpleName() + "." + component.getSimpleName());
      Field field = fields.get(i);
      if (!found.isEmpty()) {
        problems.add(
            at,
            "An event has at most one routing key",
            "a second @RoutingKey",
            "Keep the one whose events are to be delivered in order.");
      }
      if (RoutingKeyText.of(field, "").isEmpty()) {
        problems.add(
            at,
            RoutingKeyText.TYPES,
            field.type().java().toString(),
            "Mark another component, or add one.");
      }
      found.add(field);
    }
    return found.stream().findFirst();
  }
}
