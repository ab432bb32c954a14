package dev.heddle.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a component's codec: a pair of methods for each message. */
final class CodecWriter {
  private static final String FILE =
      """
      /** Values of {@link $component} as Protobuf messages, and back. */
      @$Generated("dev.heddle.codegen")
      final class $codec {
        $tables

        private $codec() {}
        $methods
      }
      """;

  private static final String TABLE =
      """
      private static final $type[] $constants = $type.values();
      """;

  private final Component component;
  private final SourceFile file;
  private final MessageCode messages;

  private CodecWriter(Component component) {
    this.component = component;
    this.file = new SourceFile(component.packageName(), Set.of());
    this.messages = new MessageCode(file);
  }

  static String write(Component component) {
    return new CodecWriter(component).write();
  }

  private String write() {
    List<String> methods = new ArrayList<>();
    ResponseCode responses = new ResponseCode(file);
    for (Method method : component.methods()) {
      methods.add(messages.write(method.arguments()));
      methods.add(responses.write(method));
    }
    component.messages().forEach(message -> methods.add(messages.write(message)));
    return file.finish(
        file.fill(
            FILE,
            Map.of(
                "component", file.name(component.java()),
                "codec", component.generated("Codec"),
                "tables", tables(),
                "methods", String.join("", methods))));
  }

  private String tables() {
    return component.messages().stream()
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
