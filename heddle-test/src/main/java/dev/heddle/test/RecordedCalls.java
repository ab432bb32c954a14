package dev.heddle.test;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of calls: a line {@code session} where an application started, and then, for each call, a
 * line of the component's name, the method's and the request message in Base64.
 */
final class RecordedCalls {
  static final String SESSION = "session";

  private RecordedCalls() {}

  static String line(String component, String method, byte[] request) {
    return component + " " + method + " " + Base64.getEncoder().encodeToString(request);
  }

  /** The calls of one component, by the application that they were made in. */
  static List<List<ComponentCall>> read(Path file, Trial trial) {
    List<List<ComponentCall>> sessions = new ArrayList<>();
    List<ComponentCall> calls = new ArrayList<>();
    for (String line : lines(file)) {
      if (line.equals(SESSION)) {
        calls = new ArrayList<>();
        sessions.add(calls);
      } else if (line.startsWith(trial.name() + " ")) {
        calls.add(call(trial, line));
      }
    }
    sessions.removeIf(List::isEmpty);
    if (!sessions.isEmpty()) return sessions;
    throw new IllegalArgumentException(
        "no call of " + trial.name() + " is recorded in " + file.toAbsolutePath());
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("recorded calls cannot be read: " + file, unreadable);
    }
  }

  private static ComponentCall call(Trial trial, String line) {
    String[] parts = line.split(" ", -1);
    int index =
        trial.descriptor().methods().stream()
            .filter(method -> method.name().equals(parts[1]))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a call is recorded of "
                            + trial.name()
                            + "."
                            + parts[1]
                            + ", which is no method of it any more. Record the calls anew"))
            .index();
    byte[] request = Base64.getDecoder().decode(parts[2]);
    return new ComponentCall(trial.method(parts[1]), arguments(trial.descriptor(), index, request));
  }

  /** The skeleton reads the request and calls; here it calls somebody who keeps the arguments. */
  private static <C> List<Object> arguments(
      ComponentDescriptor<C> descriptor, int method, byte[] request) {
    List<Object> arguments = new ArrayList<>();
    C keeper =
        descriptor
            .type()
            .cast(
                Proxy.newProxyInstance(
                    descriptor.type().getClassLoader(),
                    new Class<?>[] {descriptor.type()},
                    (proxy, called, given) -> keep(given, arguments)));
    descriptor
        .skeleton(keeper)
        .invoke(
            method,
            new ProtoReader(request, WireLimits.DEFAULT),
            new ProtoWriter(WireLimits.DEFAULT));
    return arguments;
  }

  private static @Nullable Object keep(Object @Nullable [] given, List<Object> arguments) {
    if (given != null) arguments.addAll(List.of(given));
    throw new Kept();
  }

  /** Instead of a result. */
  private static final class Kept extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
