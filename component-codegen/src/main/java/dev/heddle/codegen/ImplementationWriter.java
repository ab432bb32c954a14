package dev.heddle.codegen;

import dev.heddle.codegen.Implementation.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes an implementation's descriptor. */
final class ImplementationWriter {
  private static final String FILE =
      """
      /** What the framework knows of {@link $implementation}. */
      @$Generated("dev.heddle.codegen")
      public final class $descriptor implements $ImplementationDescriptor<$component> {
        private static final $List<$Dependency> DEPENDENCIES = $List.of($dependencies);
        $publications

        /** Loaded by the framework, by name. */
        public $descriptor() {}

        @Override
        public Class<$component> component() {
          return $component.class;
        }

        @Override
        public Class<? extends $component> type() {
          return $implementation.class;
        }

        @Override
        public $Runtime runtime() {
          return $Runtime.$runtime;
        }

        $choice
        @Override
        public $List<$Dependency> dependencies() {
          return DEPENDENCIES;
        }
        $publicationsMethod
        $capabilities

        @Override
        $unchecked
        public $component create($Dependencies dependencies) {
          $create
        }
      }
      """;

  private static final String CAPABILITIES =
      """

      @Override
      public $List<$ComponentDescriptor<?>> capabilities() {
        return $List.of($entries);
      }
      """;

  private static final String PUBLICATIONS =
      """
      private static final $List<$Publication> PUBLICATIONS = $List.of($entries);
      """;

  private static final String PUBLICATIONS_METHOD =
      """

      @Override
      public $List<$Publication> publications() {
        return PUBLICATIONS;
      }
      """;

  private static final String NAME =
      """
      @Override
      public String name() {
        return "$name";
      }

      """;

  private static final String PRIMARY =
      """
      @Override
      public boolean primary() {
        return true;
      }

      """;

  private static final String MAX_REPLICAS =
      """
      @Override
      public int maxReplicas() {
        return $count;
      }

      """;

  private static final String SETTINGS =
      """
      @Override
      public $Optional<$SettingsBinding<?>> settings() {
        return $Optional.of(new $binding());
      }

      """;

  private ImplementationWriter() {}

  static String write(Implementation implementation) {
    SourceFile file = new SourceFile(implementation.java().packageName(), Set.of());
    Map<String, String> values = new HashMap<>();
    values.put("implementation", file.name(implementation.java()));
    values.put("component", file.name(implementation.component()));
    values.put("descriptor", implementation.generated("Implementation"));
    values.put("runtime", implementation.sandboxable() ? "WASM" : "JVM");
    values.put("choice", choice(file, implementation));
    values.put("dependencies", dependencies(file, implementation.dependencies()));
    values.put("create", create(file, implementation));
    boolean none = implementation.publications().isEmpty();
    values.put("entries", publications(file, implementation.publications()));
    values.put("publications", none ? "" : file.fill(PUBLICATIONS, values));
    values.put("publicationsMethod", none ? "" : file.fill(PUBLICATIONS_METHOD, values));
    values.put("capabilities", capabilities(file, implementation));
    values.put("unchecked", implementation.sandboxable() ? unchecked(implementation) : "");
    return file.finish(file.fill(FILE, values));
  }

  /** An EventPublisher is handed over without its type argument, which the framework knows. */
  private static String unchecked(Implementation implementation) {
    return implementation.publications().isEmpty() ? "" : "@SuppressWarnings(\"unchecked\")";
  }

  /** How its capabilities travel, for one that can run in a sandbox. */
  private static String capabilities(SourceFile file, Implementation implementation) {
    String entries =
        implementation.dependencies().stream()
            .filter(it -> it.kind() == Implementation.Kind.CAPABILITY && it.described())
            .map(Parameter::descriptor)
            .distinct()
            .map(descriptor -> "new " + file.name(descriptor) + "()")
            .collect(Collectors.joining(", "));
    return entries.isEmpty() || !implementation.sandboxable()
        ? ""
        : file.fill(CAPABILITIES, Map.of("entries", entries));
  }

  private static String publications(SourceFile file, List<Publication> publications) {
    return publications.stream()
        .map(
            publication ->
                file.fill(
                    "new $Publication($parameter, new $descriptor())",
                    Map.of(
                        "parameter", Integer.toString(publication.parameter()),
                        "descriptor", file.name(publication.descriptor()))))
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }

  /** What its annotation says beyond the usual. */
  private static String choice(SourceFile file, Implementation implementation) {
    String name = implementation.name();
    return (name.isEmpty() ? "" : file.fill(NAME, Map.of("name", name)))
        + (implementation.primary() ? PRIMARY : "")
        + implementation.dependencies().stream()
            .filter(parameter -> parameter.kind() == Implementation.Kind.SETTINGS)
            .map(it -> file.fill(SETTINGS, Map.of("binding", file.name(it.descriptor()))))
            .collect(Collectors.joining())
        + (implementation.maxReplicas() == 0
            ? ""
            : file.fill(
                MAX_REPLICAS, Map.of("count", Integer.toString(implementation.maxReplicas()))));
  }

  private static String dependencies(SourceFile file, List<Parameter> parameters) {
    return parameters.stream()
        .map(
            parameter ->
                file.fill(
                    "new $Dependency(\"$name\", $type.class, $Dependency.Kind.$kind$optional)",
                    Map.of(
                        "name", parameter.name(),
                        "type", file.name(parameter.type()),
                        "kind", parameter.kind().name(),
                        "optional", parameter.optional() ? ", true" : "")))
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }

  private static String create(SourceFile file, Implementation implementation) {
    if (!implementation.sandboxable()) {
      String name = implementation.java().simple();
      return "throw new UnsupportedOperationException(\"Spring constructs " + name + "\");";
    }
    List<Parameter> parameters = implementation.dependencies();
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> argument(file, i, parameters.get(i)))
        .collect(
            Collectors.joining(", ", "return new " + file.name(implementation.java()) + "(", ");"));
  }

  private static String argument(SourceFile file, int index, Parameter parameter) {
    String method = parameter.optional() ? "optional" : "get";
    String type = file.name(parameter.type());
    return "dependencies." + method + "(" + index + ", " + type + ".class)";
  }
}
