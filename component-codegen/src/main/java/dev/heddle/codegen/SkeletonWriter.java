package dev.heddle.codegen;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the callee's side of a component. */
final class SkeletonWriter {
  private static final String FILE =
      """
      /** The callee's side of {@link $component}: carries calls that arrive as bytes to it. */
      @$Generated("dev.heddle.codegen")
      final class $skeleton implements $Skeleton {
        private final $component implementation;

        $skeleton($component implementation) {
          this.implementation = implementation;
        }

        @Override
        public void invoke(int method, $ProtoReader request, $ProtoWriter response) {
          switch (method) {
            $cases
            default -> throw new $MalformedMessageException("$name has no method " + method);
          }
        }
        $open
        $methods

        private static void fail(String method, Throwable failure, int size, $ProtoWriter response) {
          $ComponentException seen = $Failures.undeclared("$name", method, failure);
          response.rewind(size);
          int begun = response.begin();
          $Failures.write(response, seen);
          response.end($Failures.FIELD, begun);
        }
      }
      """;

  private static final String METHOD =
      """

      private void $handler($ProtoReader request, $ProtoWriter response) {
        ${stub}.${invocation} call = ${codec}.read${rpc}Request(request);
        int size = response.size();
        try {
          $invoke
        } catch (Throwable undeclared) {
          fail("$method", undeclared, size, response);
        }
      }
      """;

  private static final String OPEN =
      """

      @Override
      public $Optional<$OutgoingMessages> open(
          int method, $ProtoReader request, $IncomingMessages requests, $ProtoWriter response) {
        return switch (method) {
          $cases
          default ->
              throw new $MalformedMessageException(
                  "$name has no method " + method + " with a stream");
        };
      }
      """;

  private static final String STREAMING =
      """

      private $Optional<$OutgoingMessages> $handler(
          $ProtoReader request, $IncomingMessages requests, $ProtoWriter response) {
        ${stub}.${invocation} call =
            ${codec}.read${rpc}Request($read);
        int size = response.size();
        try {
          $invoke
        } catch (Throwable undeclared) {
          fail("$method", undeclared, size, response);
        }
        return $Optional.empty();
      }
      """;

  private static final String DECLARING =
      """
      try {
        $invoke
      $catches
      }
      """;

  private static final String CATCH =
      """
      } catch ($failure declared) {
        ${codec}.write${rpc}Response(response, declared);
      """;

  private final Component component;
  private final SourceFile file;

  private SkeletonWriter(Component component) {
    this.component = component;
    this.file = new SourceFile(component.packageName(), Set.of());
  }

  static String write(Component component) {
    return new SkeletonWriter(component).write();
  }

  private String write() {
    Map<String, String> values = new HashMap<>();
    values.put("component", file.name(component.java()));
    values.put("skeleton", component.generated("Skeleton"));
    values.put("name", component.name());
    values.put(
        "cases",
        component.methods().stream()
            .filter(it -> !it.streams())
            .map(it -> "case " + it.index() + " -> " + handler(it) + "(request, response);\n")
            .collect(Collectors.joining()));
    values.put("open", component.methods().stream().anyMatch(Method::streams) ? open(values) : "");
    values.put(
        "methods", component.methods().stream().map(this::method).collect(Collectors.joining()));
    return file.finish(file.fill(FILE, values));
  }

  /** Beside the skeleton's own methods there may be a component's of the same name. */
  private static String handler(Method method) {
    return switch (method.name()) {
      case "invoke", "fail", "wait", "notify", "notifyAll", "getClass", "hashCode" ->
          method.name() + "Call";
      default -> method.name();
    };
  }

  private String method(Method method) {
    Map<String, String> values = new HashMap<>();
    values.put("handler", handler(method));
    values.put("method", method.name());
    values.put("stub", component.generated("Stub"));
    values.put("codec", component.generated("Codec"));
    values.put("invocation", method.invocation());
    values.put("rpc", method.rpc());
    values.put("invoke", invoke(method, values));
    values.put(
        "read",
        method.taken().isEmpty()
            ? "request"
            : file.fill("request, $DecodedStream.of(requests, ", Map.of()).strip()
                + " "
                + values.get("codec")
                + "."
                + method.constant()
                + "_REQUESTS)");
    return file.fill(method.streams() ? STREAMING : METHOD, values);
  }

  private String open(Map<String, String> component) {
    Map<String, String> values = new HashMap<>(component);
    values.put(
        "cases",
        this.component.methods().stream()
            .filter(Method::streams)
            .map(
                it ->
                    "case "
                        + it.index()
                        + " -> "
                        + handler(it)
                        + "(request, requests, response);\n")
            .collect(Collectors.joining()));
    return file.fill(OPEN, values);
  }

  private String invoke(Method method, Map<String, String> values) {
    String call =
        method.result().isEmpty()
            ? called(method) + ";"
            : method.returnsStream()
                ? opened(method, values)
                : values.get("codec")
                    + ".write"
                    + method.rpc()
                    + "Response(response, "
                    + called(method)
                    + ");";
    if (method.failures().isEmpty()) return call;
    String catches =
        method.failures().stream()
            .map(failure -> catchDeclared(failure, values))
            .collect(Collectors.joining());
    return file.fill(DECLARING, Map.of("invoke", call, "catches", catches));
  }

  /** The call. Arrays came out of a message, or go into one at once: nobody else has them. */
  private static String called(Method method) {
    if (!StubWriter.copiesArrays(method)) return "call.invoke(implementation)";
    return method.arguments().fields().stream()
        .map(field -> field.accessor().formatted("call"))
        .collect(Collectors.joining(", ", "implementation." + method.name() + "(", ")"));
  }

  private String opened(Method method, Map<String, String> values) {
    return file.fill(
                "return $Optional.of(new $EncodedStream<>($called, ",
                Map.of("called", called(method)))
            .strip()
        + " "
        + values.get("codec")
        + "."
        + method.constant()
        + "_RESPONSES));";
  }

  private String catchDeclared(Method.Failure failure, Map<String, String> method) {
    Map<String, String> values = new HashMap<>(method);
    values.put("failure", file.name(failure.type().java()));
    return file.fill(CATCH, values);
  }
}
