package dev.heddle.codegen;

import dev.heddle.codegen.SettingsRecord.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what reads a record of settings. */
final class SettingsWriter {
  private static final String FILE =
      """
      /** Reads {@link $record}. */
      @$Generated("dev.heddle.codegen")
      public final class $binding implements $SettingsBinding<$record> {
        /** For generated code. */
        public $binding() {}

        @Override
        public Class<$record> type() {
          return $record.class;
        }

        @Override
        public $List<String> keys() {
          return $List.of($keys);
        }

        @Override
        public $record bind($SettingValues values) {
          $readings
          values.check();
          try {
            return new $record($arguments);
          } catch (IllegalArgumentException refusal) {
            throw values.refused(refusal);
          }
        }
      }
      """;

  private static final TypeName SUPPLIER = WellKnown.type("Supplier");
  private static final TypeName OPTIONAL = WellKnown.type("Optional");

  private SettingsWriter() {}

  static String write(SettingsRecord settings) {
    SourceFile file = new SourceFile(settings.java().packageName(), Set.of());
    Names names = new Names("values", "refusal");
    List<String> readings = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    for (Setting setting : settings.settings()) {
      String local = names.unique(setting.name());
      readings.add(reading(file, local, setting));
      arguments.add(local + ".get()");
    }
    Map<String, String> values = new HashMap<>();
    values.put("record", file.name(settings.java()));
    values.put("binding", settings.binding().simple());
    values.put("keys", keys(settings));
    values.put("readings", String.join("\n", readings));
    values.put("arguments", String.join(", ", arguments));
    return file.finish(file.fill(FILE, values));
  }

  private static String keys(SettingsRecord settings) {
    return settings.settings().stream()
        .map(setting -> quoted(setting.key()))
        .collect(Collectors.joining(", "));
  }

  private static String reading(SourceFile file, String local, Setting setting) {
    TypeName held = setting.optional() ? OPTIONAL.with(setting.type()) : setting.type();
    String types = file.name(WellKnown.type("SettingTypes"));
    String type =
        setting.reading().isEmpty()
            ? types + ".oneOf(" + file.name(setting.type()) + ".values())"
            : types + "." + setting.reading();
    String method =
        setting.optional()
            ? "optional"
            : setting.fallback().isPresent() ? "withDefault" : "required";
    String fallback = setting.fallback().map(it -> quoted(it) + ", ").orElse("");
    return "%s %s = values.%s(%s, %s%s);"
        .formatted(
            file.name(SUPPLIER.with(held)), local, method, quoted(setting.key()), fallback, type);
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r")
        + '"';
  }
}
