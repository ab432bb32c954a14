package dev.heddle.codegen;

import java.util.HashMap;
import java.util.List;
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
        $subscriptions

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
        $subscriptionsMethod
      }
      """;

  private static final String SUBSCRIPTION =
      """
      private static final $Subscription<$component, $event> $name =
          new $Subscription<>($constant, new $descriptor(), $handler);
      """;

  private static final String SUBSCRIPTIONS =
      """
      $each
      private static final $List<$Subscription<$component, ?>> SUBSCRIPTIONS = $List.of($names);
      """;

  private static final String SUBSCRIPTIONS_METHOD =
      """

      @Override
      public $List<$Subscription<$component, ?>> subscriptions() {
        return SUBSCRIPTIONS;
      }
      """;

  private static final String CONSTANT =
      """
      static final $MethodDescriptor $constant = new $MethodDescriptor($index, "$name", "$rpc", $idempotent, $routed$streams);
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
    List<Method> subscribing =
        component.methods().stream().filter(it -> it.subscribed().isPresent()).toList();
    boolean none = subscribing.isEmpty();
    values.put("subscriptions", none ? "" : subscriptions(file, component, subscribing));
    values.put("subscriptionsMethod", none ? "" : file.fill(SUBSCRIPTIONS_METHOD, values));
    return file.finish(file.fill(FILE, values));
  }

  private static String subscriptions(
      SourceFile file, Component component, List<Method> subscribing) {
    return file.fill(
        SUBSCRIPTIONS,
        Map.of(
            "component", file.name(component.java()),
            "each",
                subscribing.stream()
                    .map(method -> subscription(file, component, method))
                    .collect(Collectors.joining()),
            "names",
                subscribing.stream()
                    .map(DescriptorWriter::subscription)
                    .collect(Collectors.joining(", "))));
  }

  private static String subscription(Method method) {
    return "SUBSCRIPTION_" + method.index();
  }

  private static String subscription(SourceFile file, Component component, Method method) {
    Method.Subscribed subscribed = method.subscribed().orElseThrow();
    String type = file.name(component.java());
    return file.fill(
        SUBSCRIPTION,
        Map.of(
            "component", type,
            "event", file.name(subscribed.event()),
            "name", subscription(method),
            "constant", method.constant(),
            "descriptor", file.name(subscribed.descriptor()),
            "handler",
                subscribed.origin()
                    ? type + "::" + method.name()
                    : "(component, event, origin) -> component." + method.name() + "(event)"));
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
            "routed", Boolean.toString(method.routingKey().isPresent()),
            "streams", streams(file, method)));
  }

  private static String streams(SourceFile file, Method method) {
    if (!method.streams()) return "";
    String which =
        !method.returnsStream() ? "TAKEN" : method.taken().isPresent() ? "BOTH" : "RETURNED";
    return ", " + file.fill("$MethodDescriptor.Streams.", Map.of()).strip() + which;
  }
}
