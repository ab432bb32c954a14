package dev.heddle.codegen;

import dev.heddle.codegen.Message.Member;
import dev.heddle.codegen.Problems.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Reads records, enums and sealed interfaces into messages. */
final class MessageReader {
  private final Mirrors mirrors;
  private final Problems problems;
  private final Messages messages;
  private final TypeReader types;
  private final Instantiation instantiation;

  MessageReader(Mirrors mirrors, Problems problems, Messages messages, TypeReader types) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.messages = messages;
    this.types = types;
    this.instantiation = new Instantiation(mirrors);
  }

  void readEnum(TypeElement element, String name, Place place) {
    List<String> constants = new ArrayList<>();
    for (Element member : element.getEnclosedElements()) {
      if (member.getKind() != ElementKind.ENUM_CONSTANT) continue;
      String constant = member.getSimpleName().toString();
      checkName(constant, at(member, element.getSimpleName() + "." + constant, place));
      constants.add(constant);
    }
    messages.end(new Message.OfEnum(name, mirrors.nameOf(element), List.copyOf(constants)));
  }

  void readRecord(DeclaredType type, String name, Place outer) {
    TypeElement element = mirrors.elementOf(type);
    List<Field> fields = new ArrayList<>();
    Set<String> protoNames = new HashSet<>();
    for (RecordComponentElement component : element.getRecordComponents()) {
      String label = element.getSimpleName() + "." + component.getSimpleName();
      Place place = at(component, label, outer);
      ExecutableElement accessor = component.getAccessor();
      TypeMirror declared =
          ((ExecutableType) mirrors.types().asMemberOf(type, accessor)).getReturnType();
      if (Mirrors.nullable(component, declared)) types.nullable(place);
      ValueType value = types.read(declared, place);
      String componentName = component.getSimpleName().toString();
      Field field = Field.component(fields.size() + 1, componentName, value, label);
      checkField(field, protoNames, place);
      fields.add(field);
    }
    messages.end(
        new Message.OfRecord(name, mirrors.nameOf(type), List.copyOf(fields), checked(element)));
  }

  void checkField(Field field, Set<String> protoNames, Place place) {
    checkName(field.name(), place);
    if (!protoNames.add(field.proto())) {
      problems.add(
          place,
          "Field names in the .proto are unique",
          "a second '" + field.proto() + "'",
          "Rename one, so that they differ in more than case and underscores.");
    }
  }

  void checkName(String name, Place place) {
    if (name.matches("[A-Za-z_][A-Za-z0-9_]*")) return;
    problems.add(
        place,
        "Names in the .proto are of ASCII letters, digits and underscores",
        "'" + name + "'",
        "Rename it.");
  }

  /** Whether the record's constructor holds code of its author's, which may refuse its fields. */
  private boolean checked(TypeElement element) {
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(mirrors.elements()::isCanonicalConstructor)
        .anyMatch(
            constructor -> mirrors.elements().getOrigin(constructor) == Elements.Origin.EXPLICIT);
  }

  void readSealed(DeclaredType type, String name, Place outer) {
    TypeElement element = mirrors.elementOf(type);
    List<Member> members = new ArrayList<>();
    List<TypeElement> elements = new ArrayList<>();
    Names names = new Names();
    int number = 0;
    for (TypeMirror permitted : element.getPermittedSubclasses()) {
      number++;
      TypeElement member = mirrors.elementOf((DeclaredType) permitted);
      Place place =
          at(member, element.getSimpleName() + " (its " + member.getSimpleName() + ")", outer);
      String proto = names.unique(Names.snake(member.getSimpleName().toString()));
      Optional<ValueType.OfMessage> read = readMember(type, member, place);
      if (read.isEmpty()) continue;
      members.add(new Member(number, proto, read.get()));
      elements.add(member);
    }
    messages.end(new Message.OfSealed(name, mirrors.nameOf(type), ordered(members, elements)));
  }

  private Optional<ValueType.OfMessage> readMember(
      DeclaredType sealed, TypeElement member, Place place) {
    boolean record = member.getKind() == ElementKind.RECORD;
    boolean nested =
        member.getKind() == ElementKind.INTERFACE
            && member.getModifiers().contains(Modifier.SEALED);
    if (!record && !nested) {
      problems.add(
          place,
          "A sealed interface that crosses a component boundary permits records and sealed"
              + " interfaces of records",
          describe(member),
          "Make " + member.getSimpleName() + " a record.");
      return Optional.empty();
    }
    return switch (instantiation.of(member, sealed)) {
      case Instantiation.Impossible impossible -> Optional.empty();
      case Instantiation.Undetermined undetermined -> {
        problems.add(
            place,
            "The type arguments of a sealed interface say those of its records",
            "'" + undetermined.variable() + "' of " + member.getSimpleName() + " stays open",
            "Make it a type parameter of the sealed interface, or a type.");
        yield Optional.empty();
      }
      case Instantiation.Determined(DeclaredType type) ->
          types.read(type, place) instanceof ValueType.OfMessage message
              ? Optional.of(message)
              : Optional.empty();
    };
  }

  private static String describe(TypeElement type) {
    return type.getSimpleName()
        + switch (type.getKind()) {
          case ENUM -> " is an enum";
          case INTERFACE -> " is not sealed";
          default -> " is a class";
        };
  }

  /** A type is tested before its own supertypes. */
  private List<Member> ordered(List<Member> members, List<TypeElement> elements) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) order.add(i);
    order.sort(Comparator.comparing(i -> subtypesAmong(elements.get(i), elements)));
    return order.stream().map(members::get).toList();
  }

  private long subtypesAmong(TypeElement type, List<TypeElement> others) {
    TypeMirror erased = mirrors.types().erasure(type.asType());
    return others.stream()
        .filter(other -> mirrors.types().isSubtype(mirrors.types().erasure(other.asType()), erased))
        .count();
  }

  Place at(Element element, String text, Place outer) {
    return new Place(mirrors.inSource(element) ? element : outer.element(), text);
  }
}
