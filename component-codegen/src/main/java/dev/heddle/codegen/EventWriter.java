package dev.heddle.codegen;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes an event type's descriptor. */
final class EventWriter {
  private static final String FILE =
      """
      /** What the framework knows of the event {@link $event}. */
      @$Generated("dev.heddle.codegen")
      public final class $descriptor implements $EventDescriptor<$event> {

        /** Named by the descriptors of those who publish it or subscribe to it. */
        public $descriptor() {}

        @Override
        public String name() {
          return "$name";
        }

        @Override
        public Class<$event> type() {
          return $event.class;
        }

        @Override
        public boolean shared() {
          return $shared;
        }

        @Override
        public String messageName() {
          return "$protoPackage.$message";
        }

        @Override
        public String protoResource() {
          return "$resource";
        }

        @Override
        public $Optional<String> key($event event) {
          $key
        }

        @Override
        public void write($event event, $ProtoWriter out) {
          ${codec}.write$message(out, event);
        }

        @Override
        public $event read($ProtoReader in) {
          return ${codec}.read$message(in);
        }
      }
      """;

  private static final String SWITCH =
      """
      return switch (event) {
        $cases
      };
      """;

  private final Event event;
  private final SourceFile file;

  private EventWriter(Event event) {
    this.event = event;
    this.file = new SourceFile(event.java().packageName(), Set.of());
  }

  static String write(Event event) {
    return new EventWriter(event).write();
  }

  private String write() {
    Map<String, String> values = new HashMap<>();
    values.put("event", file.name(event.java()));
    values.put("descriptor", event.generatedType("Event").simple());
    values.put("codec", event.generatedType("Codec").simple());
    values.put("name", event.name());
    values.put("shared", Boolean.toString(event.shared()));
    values.put("protoPackage", event.protoPackage());
    values.put("message", event.message());
    values.put("resource", event.protoResource());
    values.put("key", key());
    return file.finish(file.fill(FILE, values));
  }

  private String key() {
    if (event.keys().stream().allMatch(key -> key.component().isEmpty())) {
      return "return " + text("$Optional") + ".empty();";
    }
    if (event.keys().size() == 1 && event.keys().getFirst().java().equals(event.java())) {
      return "return " + key(event.keys().getFirst().component(), "event") + ";";
    }
    String cases =
        event.keys().stream()
            .map(
                key ->
                    "case "
                        + file.name(key.java())
                        + " it -> "
                        + key(key.component(), "it")
                        + ";\n")
            .collect(Collectors.joining());
    return file.fill(SWITCH, Map.of("cases", cases));
  }

  private String key(Optional<Field> component, String holder) {
    return component
        .flatMap(field -> RoutingKeyText.of(field, field.accessor().formatted(holder)))
        .map(text -> text("$Optional.of(" + text + ")"))
        .orElseGet(() -> text("$Optional.empty()"));
  }

  private String text(String template) {
    return file.fill(template, Map.of()).strip();
  }
}
