package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the codec of a component or an event: a pair of methods for each message. */
final class CodecWriter {
  private static final String FILE =
      """
      /** Values of {@link $of} as Protobuf messages, and back. */
      @$Generated("dev.heddle.codegen")
      final class $codec {
        $tables
        $elements

        private $codec() {}
        $methods
      }
      """;

  private static final String TABLE =
      """
      private static final $type[] $constants = $type.values();
      """;

  private final SourceFile file;
  private final MessageCode code;
  private final List<String> methods = new ArrayList<>();
  private final StringBuilder elements = new StringBuilder();

  private CodecWriter(String packageName) {
    this.file = new SourceFile(packageName, Set.of());
    this.code = new MessageCode(file);
  }

  static String write(Component component) {
    CodecWriter writer = new CodecWriter(component.packageName());
    writer.calls(component);
    return writer.write(component.java(), component.generated("Codec"), component.messages());
  }

  static String write(Event event) {
    return new CodecWriter(event.java().packageName())
        .write(event.java(), event.generatedType("Codec").simple(), event.messages());
  }

  private void calls(Component component) {
    ResponseCode responses = new ResponseCode(file);
    StreamCode streams = new StreamCode(component.name(), file);
    for (Method method : component.methods()) {
      methods.add(
          method
              .taken()
              .map(taken -> streams.request(method, taken))
              .orElseGet(() -> code.write(method.arguments())));
      methods.add(responses.write(method));
      elements.append(streams.elements(method));
    }
  }

  private String write(TypeName of, String codec, List<Message> messages) {
    messages.forEach(message -> methods.add(code.write(message)));
    return file.finish(
        file.fill(
            FILE,
            Map.of(
                "of", file.name(of),
                "codec", codec,
                "tables", tables(messages),
                "elements", elements.toString(),
                "methods", String.join("", methods))));
  }

  private String tables(List<Message> messages) {
    return messages.stream()
        .filter(Message.OfEnum.class::isInstance)
        .map(
            message ->
                file.fill(
                    TABLE,
                    Map.of(
                        "type", file.name(message.java()),
                        "constants", MessageCode.table(message))))
        .collect(Collectors.joining());
  }
}
