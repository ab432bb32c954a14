package dev.heddle.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The codec's methods for the response of one method: a result, or one of its failures. */
final class ResponseCode {
  private static final String RESULT =
      """

      static void write${rpc}Response($ProtoWriter out, $type result) {
        $write
      }
      """;

  private static final String FAILURE =
      """

      static void write${rpc}Response($ProtoWriter out, $type failure) {
        int begun = out.begin();
        write$name(out, failure);
        out.end($number, begun);
      }
      """;

  private static final String READ =
      """

      static $result read${rpc}Response($ProtoReader in)$throws {
        $loop
        $return
      }
      """;

  private static final String THROW =
      """
      if (tag == $tag) {
        in.enter(tag);
        throw $failure(in);
      }
      """;

  private final SourceFile file;
  private final FieldWriting writing;
  private final MessageCode messages;

  ResponseCode(SourceFile file) {
    this.file = file;
    this.writing = new FieldWriting(file);
    this.messages = new MessageCode(file);
  }

  String write(Method method) {
    StringBuilder code = new StringBuilder();
    method.responded().ifPresent(result -> code.append(writeResult(method, result)));
    method.failures().forEach(failure -> code.append(writeFailure(method, failure)));
    code.append(read(method));
    method
        .responded()
        .ifPresent(
            result -> {
              if (result.type() instanceof ValueType.Mapped map) {
                String entry = FieldWriting.entryName(method.rpc() + "Response", result);
                code.append(messages.entry(entry, result, map));
              }
            });
    return code.toString();
  }

  private String writeResult(Method method, Field result) {
    Names locals = new Names(Set.of("out", "i", "result"));
    String write = writing.write(method.rpc() + "Response", result, "result", locals);
    return file.fill(
        RESULT,
        Map.of("rpc", method.rpc(), "type", file.name(result.type().java()), "write", write));
  }

  private String writeFailure(Method method, Method.Failure failure) {
    return file.fill(
        FAILURE,
        Map.of(
            "rpc", method.rpc(),
            "type", file.name(failure.type().java()),
            "name", failure.type().name(),
            "number", Integer.toString(failure.number())));
  }

  private String read(Method method) {
    StringBuilder cases = new StringBuilder();
    Set<Integer> numbers = new HashSet<>();
    for (Method.Failure failure : method.failures()) {
      numbers.add(failure.number());
      String tag = Integer.toString(FieldReading.lengthTag(failure.number()));
      cases.append(thrown(tag, "read" + failure.type().name()));
    }
    cases.append(undeclared());
    FieldReading reading = new FieldReading(file);
    List<Field> fields = method.responded().stream().toList();
    Map<String, String> values = new HashMap<>();
    values.put("rpc", method.rpc());
    values.put(
        "result",
        file.name(method.responded().map(it -> it.type().java()).orElse(TypeName.plain("void"))));
    values.put("throws", StubWriter.thrown(method, file));
    values.put("loop", reading.loop(method.rpc() + "Response", fields, cases.toString(), numbers));
    values.put(
        "return", method.responded().map(it -> "return " + reading.result(it) + ";").orElse(""));
    return file.fill(READ, values);
  }

  /** The case of a message that carries an undeclared exception. */
  String undeclared() {
    String failures = file.fill("$Failures", Map.of()).strip();
    return thrown(failures + ".TAG", failures + ".read");
  }

  private String thrown(String tag, String failure) {
    return file.fill(THROW, Map.of("tag", tag, "failure", failure));
  }
}
