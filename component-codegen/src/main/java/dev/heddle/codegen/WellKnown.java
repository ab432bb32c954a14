package dev.heddle.codegen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What templates may name without saying where it is from. */
final class WellKnown {
  private static final Map<String, List<String>> PACKAGES =
      Map.of(
          "dev.heddle.component",
          List.of("ComponentException", "Runtime"),
          "dev.heddle.component.spi",
          List.of(
              "CallCounter",
              "ComponentDescriptor",
              "Dependencies",
              "Dependency",
              "DecodedStream",
              "Edge",
              "ElementCodec",
              "EncodedStream",
              "EventDescriptor",
              "Failures",
              "Guest",
              "GuestHost",
              "ImplementationDescriptor",
              "IncomingMessages",
              "Invocation",
              "MethodDescriptor",
              "OutgoingMessages",
              "Publication",
              "SettingTypes",
              "SettingValues",
              "SettingsBinding",
              "Skeleton",
              "StreamInvocation",
              "StreamWrapper",
              "Subscription"),
          "dev.heddle.component.wire",
          List.of(
              "Conversions",
              "InvalidValueException",
              "MalformedMessageException",
              "ProtoReader",
              "ProtoWriter"),
          "java.util",
          List.of(
              "ArrayList",
              "Collections",
              "LinkedHashMap",
              "LinkedHashSet",
              "List",
              "Map",
              "Optional"),
          "java.util.function",
          List.of("Supplier"),
          "javax.annotation.processing",
          List.of("Generated"),
          "org.jspecify.annotations",
          List.of("Nullable"));

  private static final Set<String> JAVA_LANG =
      Set.of(
          "AssertionError",
          "Boolean",
          "Byte",
          "Character",
          "Class",
          "Double",
          "Exception",
          "Float",
          "Integer",
          "Long",
          "Override",
          "RuntimeException",
          "Short",
          "String",
          "Throwable",
          "Void");

  private static final Map<String, TypeName> TYPES = types();

  /** Methods that are imported statically, with their class. */
  static final Map<String, String> METHODS =
      Map.of(
          "present", "dev.heddle.component.wire.InvalidValueException",
          "required", "dev.heddle.component.wire.MalformedMessageException",
          "indexed", "dev.heddle.component.wire.Conversions",
          "entries", "dev.heddle.component.wire.Conversions");

  private WellKnown() {}

  /** Simple names that generated files rely on. */
  static Set<String> names() {
    Set<String> names = new HashSet<>(TYPES.keySet());
    names.addAll(JAVA_LANG);
    return names;
  }

  static TypeName type(String simpleName) {
    TypeName type = TYPES.get(simpleName);
    if (type == null) throw new IllegalStateException("a template names $" + simpleName);
    return type;
  }

  private static Map<String, TypeName> types() {
    Map<String, TypeName> types = new HashMap<>();
    PACKAGES.forEach(
        (packageName, names) ->
            names.forEach(name -> types.put(name, TypeName.of(packageName, name))));
    return Map.copyOf(types);
  }
}
