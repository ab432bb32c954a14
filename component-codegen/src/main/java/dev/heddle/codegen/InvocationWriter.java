package dev.heddle.codegen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the invocations of a component: records inside its stub, one a method. */
final class InvocationWriter {
  private static final String RECORD =
      """

      /** A call of {@code $name}, which is also its request message. */
      record $invocation($components) implements $Invocation<$component, $boxed> {

        @Override
        public $MethodDescriptor method() {
          return ${descriptor}.${constant};
        }

        @Override
        public $boxed invoke($component $implementation)$throws {
          $invoke
        }

        @Override
        public void writeRequest($ProtoWriter $request) {
          ${codec}.write${rpc}Request($request, this);
        }

        @Override
        public $boxed readResponse($ProtoReader $response)$throws {
          $readResponse
        }

        @Override
        public boolean declares(Throwable $failure) {
          return $declares;
        }
        $routing
      }
      """;

  private static final String ROUTING =
      """

      @Override
      public String routingKey() {
        return $key;
      }
      """;

  private final Component component;
  private final SourceFile file;

  /** A writer of the invocations that stand in {@code file}. */
  InvocationWriter(Component component, SourceFile file) {
    this.component = component;
    this.file = file;
  }

  String write(Method method) {
    Names names =
        new Names(
            method.arguments().fields().stream().map(Field::name).collect(Collectors.toSet()));
    Map<String, String> values = new HashMap<>();
    values.put("component", file.name(component.java()));
    values.put("codec", component.generated("Codec"));
    values.put("descriptor", component.generated("Descriptor"));
    values.put("name", method.name());
    values.put("invocation", method.invocation());
    values.put("constant", method.constant());
    values.put("rpc", method.rpc());
    values.put("boxed", file.name(method.boxedResult()));
    values.put("throws", StubWriter.thrown(method, file));
    values.put("components", components(method));
    values.put("implementation", names.unique("implementation"));
    values.put("request", names.unique("request"));
    values.put("response", names.unique("response"));
    values.put("failure", names.unique("failure"));
    values.put("invoke", invoke(method, values.get("implementation")));
    values.put("readResponse", readResponse(method, values));
    values.put("declares", declares(method, values.get("failure")));
    values.put("routing", method.routingKey().map(this::routing).orElse(""));
    return file.fill(RECORD, values);
  }

  private String components(Method method) {
    return method.arguments().fields().stream()
        .map(field -> file.name(field.type().java()) + " " + field.name())
        .collect(Collectors.joining(", "));
  }

  private static String invoke(Method method, String implementation) {
    List<String> arguments = method.arguments().fields().stream().map(Field::name).toList();
    String call = StubWriter.direct(method, implementation, arguments);
    return method.result().isEmpty() ? call + "\nreturn null;" : "return " + call;
  }

  private static String readResponse(Method method, Map<String, String> values) {
    String call =
        values.get("codec") + ".read" + method.rpc() + "Response(" + values.get("response") + ");";
    return method.result().isEmpty() ? call + "\nreturn null;" : "return " + call;
  }

  private String declares(Method method, String failure) {
    if (method.failures().isEmpty()) return "false";
    return method.failures().stream()
        .map(declared -> failure + " instanceof " + file.name(declared.type().java()))
        .collect(Collectors.joining(" || "));
  }

  private String routing(String key) {
    return file.fill(ROUTING, Map.of("key", file.fill(key, Map.of()).strip()));
  }

  /** Names of an invocation's own methods, which no component of it may have. */
  static Set<String> methods() {
    return Set.of(
        "method",
        "routingKey",
        "hashCode",
        "toString",
        "clone",
        "finalize",
        "getClass",
        "notify",
        "notifyAll",
        "wait");
  }
}
