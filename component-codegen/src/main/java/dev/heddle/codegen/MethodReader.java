package dev.heddle.codegen;

import dev.heddle.codegen.Method.Failure;
import dev.heddle.codegen.Problems.Place;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the methods of one component. */
final class MethodReader {
  private final Mirrors mirrors;
  private final Problems problems;
  private final TypeReader types;
  private final ExceptionReader exceptions;
  private final TypeElement component;
  private final String stub;
  private final Names constants = new Names("METHODS", "SUBSCRIPTIONS");
  private final Names invocations;

  MethodReader(
      Mirrors mirrors,
      Problems problems,
      TypeReader types,
      ExceptionReader exceptions,
      TypeElement component,
      String stub) {
    this.mirrors = mirrors;
    this.problems = problems;
    this.types = types;
    this.exceptions = exceptions;
    this.component = component;
    this.stub = stub;
    Set<String> taken = new HashSet<>(WellKnown.names());
    taken.add(component.getSimpleName().toString());
    this.invocations = new Names(taken);
  }

  Method read(ExecutableElement method, int index) {
    String name = method.getSimpleName().toString();
    String place = component.getSimpleName() + "." + name;
    Place here = at(method, component, place);
    checkShape(method, here);
    types.messageReader().checkName(name, here);
    ExecutableType type =
        (ExecutableType) mirrors.types().asMemberOf((DeclaredType) component.asType(), method);
    String rpc = Names.capitalized(name);
    String invocation = invocations.unique(List.of(rpc, rpc + "Call"));
    List<Field> fields = fields(method, type, place);
    Message.OfRecord arguments =
        new Message.OfRecord(
            rpc + "Request",
            TypeName.of(mirrors.packageOf(component), stub + "." + invocation),
            fields,
            false);
    checkStreams(method, type, place);
    return new Method(
        index,
        name,
        rpc,
        constants.unique(Names.constant(name)),
        method.getParameters().stream().map(it -> it.getSimpleName().toString()).toList(),
        arguments,
        result(method, type, place),
        failures(method, type, place),
        method.getAnnotation(Idempotent.class) != null,
        routingKey(method, fields, place),
        new SubscriptionReader(mirrors, problems).read(method, type, here));
  }

  private void checkShape(ExecutableElement method, Place place) {
    if (!method.getTypeParameters().isEmpty()) {
      problems.add(
          place,
          "A component's method has no type parameters",
          "<" + method.getTypeParameters().getFirst().getSimpleName() + ">",
          "Name the types that are meant, or write a method for each.");
    }
    if (method.isVarArgs()) {
      problems.add(place, "A component's method has no variable arguments", "'...'", "Use a List.");
    }
  }

  private List<Field> fields(ExecutableElement method, ExecutableType type, String place) {
    List<Field> fields = new ArrayList<>();
    Set<String> protoNames = new HashSet<>();
    Names names = new Names(InvocationWriter.methods(streams(type)));
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      String declared = parameter.getSimpleName().toString();
      Place at = at(parameter, method, place + "(" + declared + ")");
      boolean variable = method.isVarArgs() && i == method.getParameters().size() - 1;
      TypeMirror parameterType = type.getParameterTypes().get(i);
      if (Mirrors.nullable(parameter, parameterType)) types.nullable(at);
      if (!method.getTypeParameters().isEmpty() || variable) continue;
      ValueType value = types.readWhole(parameterType, at);
      String name = names.unique(List.of(declared, declared + "Argument"));
      Field field =
          new Field(i + 1, name, Names.snake(declared), value, at.text(), "%s." + name + "()");
      types.messageReader().checkField(field, protoNames, at);
      fields.add(field);
    }
    return List.copyOf(fields);
  }

  private Optional<Field> result(ExecutableElement method, ExecutableType type, String place) {
    TypeMirror returned = type.getReturnType();
    if (returned.getKind() == TypeKind.VOID || !method.getTypeParameters().isEmpty()) {
      return Optional.empty();
    }
    String text = "the result of " + place;
    Place at = at(method, component, text);
    if (Mirrors.nullable(method, returned)) types.nullable(at);
    return Optional.of(new Field(1, "result", "result", types.readWhole(returned, at), text, "%s"));
  }

  private boolean streams(ExecutableType type) {
    return mirrors.isStream(type.getReturnType())
        || type.getParameterTypes().stream().anyMatch(mirrors::isStream);
  }

  private void checkStreams(ExecutableElement method, ExecutableType type, String place) {
    List<? extends VariableElement> taken =
        IntStream.range(0, method.getParameters().size())
            .filter(i -> mirrors.isStream(type.getParameterTypes().get(i)))
            .mapToObj(method.getParameters()::get)
            .toList();
    for (VariableElement further : taken.stream().skip(1).toList()) {
      problems.add(
          at(further, method, place + "(" + further.getSimpleName() + ")"),
          "A method takes at most one stream",
          "a second ValueStream",
          "Make it one stream of a sealed interface, or take the shorter one as a List.");
    }
    if (!taken.isEmpty() && method.getAnnotation(Idempotent.class) != null) {
      problems.add(
          at(method, component, place),
          "A method that takes a stream is not retried, for what was read does not come again",
          "@Idempotent",
          "Remove @Idempotent, or take a List.");
    }
  }

  private List<Failure> failures(ExecutableElement method, ExecutableType type, String place) {
    List<Failure> failures = new ArrayList<>();
    Names names = new Names("result", "failure");
    for (TypeMirror thrown : type.getThrownTypes()) {
      Place at = at(method, component, place);
      if (thrown.getKind() == TypeKind.ERROR) {
        problems.unresolved();
      } else if (thrown instanceof DeclaredType declared && thrown.getKind() == TypeKind.DECLARED) {
        int number = failures.size() + 2;
        exceptions
            .read(declared, at)
            .ifPresent(
                message ->
                    failures.add(
                        new Failure(number, names.unique(Names.snake(message.name())), message)));
      }
    }
    return List.copyOf(failures);
  }

  private Optional<String> routingKey(ExecutableElement method, List<Field> fields, String place) {
    Optional<String> found = Optional.empty();
    for (int i = 0; i < method.getParameters().size(); i++) {
      VariableElement parameter = method.getParameters().get(i);
      if (parameter.getAnnotation(RoutingKey.class) == null || fields.size() <= i) continue;
      Place at = at(parameter, method, place + "(" + parameter.getSimpleName() + ")");
      if (found.isPresent()) {
        problems.add(
            at,
            "A method has at most one routing key",
            "a second @RoutingKey",
            "Keep the one that decides which replica answers.");
      }
      Optional<String> text = RoutingKeyText.of(fields.get(i), fields.get(i).name());
      if (text.isEmpty()) {
        problems.add(
            at,
            RoutingKeyText.TYPES,
            fields.get(i).type().java().toString(),
            "Mark another parameter, or add one.");
      }
      found = text.or(() -> Optional.of(""));
    }
    return found;
  }

  private Place at(
      javax.lang.model.element.Element element,
      javax.lang.model.element.Element otherwise,
      String text) {
    javax.lang.model.element.Element shown = mirrors.inSource(element) ? element : otherwise;
    return new Place(mirrors.inSource(shown) ? shown : component, text);
  }
}
