package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The codec's members for one method with streams, beside those for its response. */
final class StreamCode {
  private static final String ELEMENTS =
      """

      /** What {@code $method} $does, element by element. */
      static final $ElementCodec<$element> ${constant}_$suffix =
          new $ElementCodec<>() {
            @Override
            public void write($ProtoWriter message, $element element) {
              write$name(message, element);
            }

            @Override
            public void fail($ProtoWriter message, Throwable failure) {
              $fail
            }

            @Override
            public $element read($ProtoReader message)$throws {
              return $read(message);
            }
          };
      """;

  private static final String DECLARED =
      """
      if (failure instanceof $type declared) {
        write$name(message, declared);
        return;
      }
      """;

  private static final String FAIL =
      """
      $Failures.fail(message, "$component", "$method", failure);
      """;

  private static final String REQUEST =
      """

      static void write${name}($ProtoWriter out, $call $value) {
        $write
      }

      static $call read${name}($ProtoReader in, $stream $elements) {
        $read
        return new $call($arguments);
      }

      static void write${name}($ProtoWriter out, $element element) {
        $writeElement
      }

      static $element next${name}($ProtoReader in) {
        $readElement
        return $result;
      }
      """;

  private final String component;
  private final SourceFile file;
  private final MessageCode messages;
  private final ResponseCode responses;

  /** Members of the codec in {@code file} of the component of that name. */
  StreamCode(String component, SourceFile file) {
    this.component = component;
    this.file = file;
    this.messages = new MessageCode(file);
    this.responses = new ResponseCode(file);
  }

  /** The request of a method that takes a stream: one that begins, and one for each element. */
  String request(Method method, Field taken) {
    String name = method.rpc() + "Request";
    Message.OfRecord arguments = method.arguments();
    List<Field> first = arguments.fields().stream().filter(it -> !it.streamed()).toList();
    Field single = taken.single();
    FieldReading reading = new FieldReading(file);
    FieldReading elementReading = new FieldReading(file);
    String elements = new Names(localNames(first)).unique("elements");
    String value = MessageCode.parameter(arguments);
    Map<String, String> values = new HashMap<>();
    values.put("name", name);
    values.put("call", file.name(arguments.java()));
    values.put("value", value);
    values.put("stream", file.name(taken.type().java()));
    values.put("element", file.name(single.type().boxed()));
    values.put("elements", elements);
    values.put("write", messages.backwards(arguments, first, value));
    values.put("read", reading.loop(name, first, "", Set.of()));
    values.put(
        "arguments",
        arguments.fields().stream()
            .map(field -> field.streamed() ? elements : reading.result(field))
            .collect(Collectors.joining(", ")));
    values.put("writeElement", messages.element(name, single));
    values.put(
        "readElement",
        elementReading.loop(name, List.of(single), responses.undeclared(), Set.of()));
    values.put("result", elementReading.result(single));
    List<Field> all = new ArrayList<>(first);
    all.add(single);
    return file.fill(REQUEST, values) + messages.entries(name, all);
  }

  /** What becomes of the elements that a method takes, and of those that it returns. */
  String elements(Method method) {
    StringBuilder codecs = new StringBuilder();
    method
        .taken()
        .ifPresent(
            taken ->
                codecs.append(
                    elements(
                        method,
                        taken.single(),
                        Map.of(
                            "does",
                            "takes",
                            "suffix",
                            "REQUESTS",
                            "name",
                            method.rpc() + "Request",
                            "read",
                            "next" + method.rpc() + "Request",
                            "throws",
                            "",
                            "fail",
                            fail(method)))));
    if (method.returnsStream()) {
      codecs.append(
          elements(
              method,
              method.responded().orElseThrow(),
              Map.of(
                  "does",
                  "returns",
                  "suffix",
                  "RESPONSES",
                  "name",
                  method.rpc() + "Response",
                  "read",
                  "read" + method.rpc() + "Response",
                  "throws",
                  StubWriter.thrown(method, file),
                  "fail",
                  declared(method) + fail(method))));
    }
    return codecs.toString();
  }

  private String elements(Method method, Field single, Map<String, String> direction) {
    Map<String, String> values = new HashMap<>(direction);
    values.put("method", method.name());
    values.put("constant", method.constant());
    values.put("element", file.name(single.type().boxed()));
    return file.fill(ELEMENTS, values);
  }

  private String declared(Method method) {
    return method.failures().stream()
        .map(
            failure ->
                file.fill(
                    DECLARED,
                    Map.of(
                        "type",
                        file.name(failure.type().java()),
                        "name",
                        method.rpc() + "Response")))
        .collect(Collectors.joining());
  }

  private String fail(Method method) {
    return file.fill(FAIL, Map.of("component", component, "method", method.name()));
  }

  private static Set<String> localNames(List<Field> fields) {
    return fields.stream()
        .flatMap(field -> List.of(field.name(), field.name() + "Read").stream())
        .collect(Collectors.toSet());
  }
}
