package dev.heddle.codegen;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a component's descriptor. */
final class DescriptorWriter {
  private static final String FILE =
      """
      /** What the framework knows of the component {@link $component}. */
      @$Generated("dev.heddle.codegen")
      public final class $descriptor implements $ComponentDescriptor<$component> {
        $constants
        private static final $List<$MethodDescriptor> METHODS = $List.of($names);

        /** Loaded by the framework, by name. */
        public $descriptor() {}

        @Override
        public String name() {
          return "$name";
        }

        @Override
        public Class<$component> type() {
          return $component.class;
        }

        @Override
        public String serviceName() {
          return "$service";
        }

        @Override
        public String protoResource() {
          return "$resource";
        }

        @Override
        public $List<$MethodDescriptor> methods() {
          return METHODS;
        }

        @Override
        public $component stub($Edge<$component> edge) {
          return new $stub(edge);
        }

        @Override
        public void bind($component stub, $local local) {
          (($stub) stub).local = local;
        }

        @Override
        public void callUncounted($component stub, int method, $local local) {
          (($stub) stub).callUncounted(method, local);
        }

        @Override
        public $Skeleton skeleton($component implementation) {
          return new $skeleton(implementation);
        }
      }
      """;

  private static final String CONSTANT =
      """
      static final $MethodDescriptor $constant = new $MethodDescriptor($index, "$name", "$rpc", $idempotent, $routed);
      """;

  private DescriptorWriter() {}

  static String write(Component component) {
    SourceFile file = new SourceFile(component.packageName(), Set.of());
    Map<String, String> values = new HashMap<>();
    values.put("component", file.name(component.java()));
    values.put("descriptor", component.generated("Descriptor"));
    values.put("stub", component.generated("Stub"));
    values.put("skeleton", component.generated("Skeleton"));
    values.put("local", file.nullable(component.java()));
    values.put("name", component.name());
    values.put("service", component.serviceName());
    values.put("resource", component.protoResource());
    values.put(
        "constants",
        component.methods().stream()
            .map(method -> constant(file, method))
            .collect(Collectors.joining()));
    values.put(
        "names",
        component.methods().stream().map(Method::constant).collect(Collectors.joining(", ")));
    return file.finish(file.fill(FILE, values));
  }

  private static String constant(SourceFile file, Method method) {
    return file.fill(
        CONSTANT,
        Map.of(
            "constant", method.constant(),
            "index", Integer.toString(method.index()),
            "name", method.name(),
            "rpc", method.rpc(),
            "idempotent", Boolean.toString(method.idempotent()),
            "routed", Boolean.toString(method.routingKey().isPresent())));
  }
}
