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
      record $invocation($components) implements $kind<$component, $boxed> {

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
        $taking
        $giving
      }
      """;

  private static final String ROUTING =
      """

      @Override
      public String routingKey() {
        return $key;
      }
      """;

  private static final String TAKING =
      """

      @Override
      public $StreamInvocation<$component, $boxed> taking($StreamWrapper $wrapper) {
        return new $invocation($wrapped);
      }

      @Override
      public $OutgoingMessages requests() {
        return new $EncodedStream<>($taken, ${codec}.${constant}_REQUESTS);
      }
      """;

  private static final String GIVING =
      """

      @Override
      public $boxed giving($boxed $result, $StreamWrapper $wrapper) {
        return ${wrapper}.wrap($result);
      }

      @Override
      public $boxed responses($IncomingMessages $messages) {
        return $DecodedStream.of($messages, ${codec}.${constant}_RESPONSES);
      }
      """;

  private static final String ENDED =
      """
      ${codec}.read${rpc}Response($response);
      throw new $MalformedMessageException("$place ended in no failure");
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
    String wrapper = names.unique("wrapper");
    values.put("wrapper", wrapper);
    values.put("result", names.unique("result"));
    values.put("messages", names.unique("messages"));
    values.put("invoke", invoke(method, values.get("implementation")));
    values.put("readResponse", readResponse(method, values));
    values.put("declares", declares(method, values.get("failure")));
    values.put("routing", method.routingKey().map(this::routing).orElse(""));
    values.put("kind", file.fill(method.streams() ? "$StreamInvocation" : "$Invocation", Map.of()));
    values.put("kind", values.get("kind").strip());
    values.put(
        "taking", method.taken().map(taken -> taking(method, taken, wrapper, values)).orElse(""));
    values.put("giving", method.returnsStream() ? giving(values) : "");
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

  private String taking(Method method, Field taken, String wrapper, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("taken", taken.name());
    all.put(
        "wrapped",
        method.arguments().fields().stream()
            .map(field -> wrapped(field, wrapper))
            .collect(Collectors.joining(", ")));
    return file.fill(TAKING, all);
  }

  private static String wrapped(Field field, String wrapper) {
    return field.streamed() ? wrapper + ".wrap(" + field.name() + ")" : field.name();
  }

  private String giving(Map<String, String> values) {
    return file.fill(GIVING, values);
  }

  private String readResponse(Method method, Map<String, String> values) {
    if (method.returnsStream()) {
      Map<String, String> all = new HashMap<>(values);
      all.put("place", component.java().simple() + "." + method.name());
      return file.fill(ENDED, all);
    }
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
  static Set<String> methods(boolean streaming) {
    return Set.of(
        streaming ? "requests" : "method()",
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
