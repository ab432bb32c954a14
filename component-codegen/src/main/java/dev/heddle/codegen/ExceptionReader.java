package dev.heddle.codegen;

import dev.heddle.codegen.Problems.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Reads declared exceptions into messages: their fields are their constructor's parameters. */
final class ExceptionReader {
  private static final String RULE = "A declared exception arrives as itself";

  private final Mirrors mirrors;
  private final Problems problems;
  private final Messages messages;
  private final TypeReader types;
  private final String packageName;

  ExceptionReader(
      Mirrors mirrors, Problems problems, Messages messages, TypeReader types, String packageName) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.messages = messages;
    this.types = types;
    this.packageName = packageName;
  }

  /** The exception's message; empty when it was refused. */
  Optional<Message.OfException> read(DeclaredType type, Place place) {
    TypeElement element = mirrors.elementOf(type);
    TypeName java = mirrors.nameOf(element);
    Optional<String> known = messages.nameOf(java);
    if (known.isPresent()) return known(java);
    Optional<String> fault = fault(element);
    if (fault.isPresent()) {
      problems.add(
          place,
          RULE,
          java + " " + fault.get(),
          "Make it a final class of your own that is visible here, or leave it undeclared: it then"
              + " arrives as a ComponentException.");
      return Optional.empty();
    }
    Optional<ExecutableElement> constructor = constructor(element);
    if (constructor.isEmpty()) {
      problems.add(
          place,
          RULE,
          java + " has no one constructor with the most parameters",
          "Give it one, with a parameter for each of its fields.");
      return Optional.empty();
    }
    String name = messages.begin(java, Names.capitalized(java.simple()));
    List<Field> fields = fields(element, constructor.get(), place);
    boolean unchecked =
        mirrors
                .types()
                .isSubtype(
                    type, mirrors.elements().getTypeElement("java.lang.RuntimeException").asType())
            || mirrors
                .types()
                .isSubtype(type, mirrors.elements().getTypeElement("java.lang.Error").asType());
    Message.OfException message = new Message.OfException(name, java, fields, unchecked);
    messages.end(message);
    return Optional.of(message);
  }

  private Optional<Message.OfException> known(TypeName java) {
    return messages.all().stream()
        .filter(message -> message.java().equals(java))
        .filter(Message.OfException.class::isInstance)
        .map(Message.OfException.class::cast)
        .findFirst();
  }

  private Optional<String> fault(TypeElement element) {
    String packageOf = mirrors.packageOf(element);
    if (packageOf.startsWith("java.") || packageOf.startsWith("javax.")) {
      return Optional.of("belongs to the JDK");
    }
    if (!element.getModifiers().contains(Modifier.FINAL)) return Optional.of("is not final");
    if (!mirrors.reachable(element, packageName)) {
      return Optional.of("is not visible from package " + packageName);
    }
    return Optional.empty();
  }

  private Optional<ExecutableElement> constructor(TypeElement element) {
    boolean samePackage = mirrors.packageOf(element).equals(packageName);
    List<ExecutableElement> longestFirst =
        ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(constructor -> mirrors.reachableMember(constructor, samePackage))
            .sorted(Comparator.comparing(constructor -> -constructor.getParameters().size()))
            .toList();
    if (longestFirst.isEmpty()) return Optional.empty();
    int most = longestFirst.getFirst().getParameters().size();
    long rivals =
        longestFirst.stream()
            .filter(constructor -> constructor.getParameters().size() == most)
            .count();
    return rivals == 1 ? Optional.of(longestFirst.getFirst()) : Optional.empty();
  }

  private List<Field> fields(TypeElement element, ExecutableElement constructor, Place outer) {
    List<Field> fields = new ArrayList<>();
    Set<String> protoNames = new HashSet<>();
    for (VariableElement parameter : constructor.getParameters()) {
      String name = parameter.getSimpleName().toString();
      String label = element.getSimpleName() + "." + name;
      Place place = new Place(mirrors.inSource(parameter) ? parameter : outer.element(), label);
      ValueType type = types.read(parameter.asType(), place);
      Optional<String> accessor = accessor(element, parameter);
      if (accessor.isEmpty()) {
        problems.add(
            place,
            "Each parameter of a declared exception's constructor has an accessor",
            "no " + name + "() or get" + Names.capitalized(name) + "() of the same type",
            mirrors.inSource(parameter)
                ? "Add one, or remove the parameter."
                : "Add one, and compile the exception with -parameters.");
      }
      String read = accessor.orElse("");
      Field field = new Field(fields.size() + 1, name, Names.snake(name), type, label, read);
      types.messageReader().checkField(field, protoNames, place);
      fields.add(field);
    }
    return List.copyOf(fields);
  }

  private Optional<String> accessor(TypeElement element, VariableElement parameter) {
    String name = parameter.getSimpleName().toString();
    boolean samePackage = mirrors.packageOf(element).equals(packageName);
    List<String> candidates = List.of(name, "get" + Names.capitalized(name));
    for (ExecutableElement method :
        ElementFilter.methodsIn(mirrors.elements().getAllMembers(element))) {
      if (method.getParameters().isEmpty()
          && candidates.contains(method.getSimpleName().toString())
          && mirrors.reachableMember(method, samePackage)
          && mirrors.types().isSameType(method.getReturnType(), parameter.asType())) {
        return Optional.of(
            method.getSimpleName().contentEquals("getMessage")
                ? "$Conversions.message(%s)"
                : "%s." + method.getSimpleName() + "()");
      }
    }
    return Optional.empty();
  }
}
