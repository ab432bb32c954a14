package dev.heddle.cli.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who calls a component, and who receives an event, by what both versions declare. */
final class Callers {
  private final Map<String, Set<String>> users = new TreeMap<>();
  private final Set<String> events = new TreeSet<>();

  Callers(Schema before, Schema after) {
    Stream.of(before, after).forEach(this::read);
  }

  private void read(Schema schema) {
    for (Schema.Implementation implementation : schema.implementations()) {
      String name = implementation.implementation();
      implementation.uses().forEach(used -> add(used, name.substring(name.lastIndexOf('.') + 1)));
    }
    for (Schema.Component component : schema.components()) {
      for (Schema.Method method : component.methods()) {
        String event = method.subscribes();
        if (event != null) add(event, component.component() + "." + method.name());
      }
    }
    schema.events().forEach(event -> events.add(event.type()));
  }

  private void add(String used, String user) {
    users.computeIfAbsent(used, key -> new TreeSet<>()).add(user);
  }

  /** Callers of some components and receivers of some events. */
  List<String> of(Collection<String> types) {
    Set<String> found = new TreeSet<>();
    boolean called = false;
    for (String type : types) {
      found.addAll(users.getOrDefault(type, Set.of()));
      called |= !events.contains(type);
    }
    List<String> callers = new ArrayList<>(found);
    if (called) callers.add("outside gRPC clients");
    return List.copyOf(callers);
  }
}
