package dev.heddle.codegen;

import dev.heddle.codegen.Implementation.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the entry through which a sandbox reaches an implementation. */
final class GuestWriter {
  private static final String FILE =
      """
      /** Runs {@link $implementation} inside a sandbox. For one thread at a time. */
      @$Generated("dev.heddle.codegen")
      final class $guestClass {
        private static $guest guest;

        private $guestClass() {}

        /** Constructs the component; called once, before the first call. */
        static void start($GuestHost host) {
          $component implementation = $create;
          guest = new $Guest(new $descriptor().skeleton(implementation));
        }

        /** Answers one call: which method, the request message; returns the response message. */
        static byte[] invoke(int method, byte[] request) {
          $Guest started = guest;
          if (started == null) throw new IllegalStateException("the guest was not started");
          return started.invoke(method, request);
        }
        $streams
      }
      """;

  private static final String STREAMS =
      """

      /** Begins to answer a call with a stream: its number, which method, the request message. */
      static $Optional<byte[]> open($GuestHost host, int stream, int method, byte[] request) {
        $Guest started = guest;
        if (started == null) throw new IllegalStateException("the guest was not started");
        return started.open(host, stream, method, request);
      }

      /** The next message of the stream that a call returned, empty at the end. */
      static $Optional<byte[]> next(int stream) {
        $Guest started = guest;
        return started == null ? $Optional.empty() : started.next(stream);
      }

      /** Asks for no more of the stream that a call returned. */
      static void close(int stream) {
        $Guest started = guest;
        if (started != null) started.close(stream);
      }
      """;

  private GuestWriter() {}

  static String write(Implementation implementation) {
    SourceFile file = new SourceFile(implementation.java().packageName(), Set.of());
    Map<String, String> values = new HashMap<>();
    values.put("implementation", file.name(implementation.java()));
    values.put("guestClass", implementation.generated("Guest"));
    values.put("guest", file.nullable(TypeName.of("dev.heddle.component.spi", "Guest")));
    values.put("descriptor", file.name(implementation.componentDescriptor()));
    values.put("component", file.name(implementation.component()));
    values.put("create", create(file, implementation));
    values.put("streams", implementation.streams() ? file.fill(STREAMS, Map.of()) : "");
    return file.finish(file.fill(FILE, values));
  }

  private static String create(SourceFile file, Implementation implementation) {
    List<Parameter> parameters = implementation.dependencies();
    Map<Integer, TypeName> events =
        implementation.publications().stream()
            .collect(Collectors.toMap(Publication::parameter, Publication::descriptor));
    return IntStream.range(0, parameters.size())
        .mapToObj(i -> argument(file, i, parameters.get(i), Optional.ofNullable(events.get(i))))
        .collect(Collectors.joining(", ", "new " + file.name(implementation.java()) + "(", ")"));
  }

  private static String argument(
      SourceFile file, int index, Parameter parameter, Optional<TypeName> event) {
    String method =
        switch (parameter.kind()) {
          case COMPONENT -> "component";
          case SETTINGS -> "settings";
          case CAPABILITY ->
              event.isPresent() ? "publisher" : parameter.described() ? "capability" : "clock";
          case BEAN -> throw new IllegalStateException(parameter.name() + " was refused");
        };
    String called =
        parameter.optional()
            ? "optional" + Character.toUpperCase(method.charAt(0)) + method.substring(1)
            : method;
    String descriptor =
        event.isPresent() || parameter.described()
            ? ", new " + file.name(event.orElse(parameter.descriptor())) + "()"
            : "";
    return file.fill(
            "$Guest.$called(host, $index$descriptor)",
            Map.of("called", called, "index", Integer.toString(index), "descriptor", descriptor))
        .strip();
  }
}
