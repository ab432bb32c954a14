package com.google.awkward;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Names that generated code uses too, and types whose names clash. */
final class Awkward {
  private Awkward() {}

  interface First {
    void both(int id);

    String toString();
  }

  interface Second {
    void both(int id);
  }

  interface Typed<T, E extends Exception> {
    @Idempotent
    T typed(java.util.List<T> values) throws E;
  }

  @ComponentInterface
  interface Names extends First, Second, Typed<other.Item, Names.Broken> {
    int local = 1;
    String edge = "edge";

    void string(String local, String edge, String declared, String undeclared);

    String edge(String method, String routingKey, String request, String response, String failure);

    int invoke(int implementation, long invokeCounter, boolean expected, char unexpected);

    List fail(List list, Item item, other.Item otherItem, AddRequest request);

    AddResponse add(AddRequest out, byte[] in, Optional<Edge> tag, Set<Edge> begun);

    void names(@RoutingKey UUID uuid);

    void override(@RoutingKey Edge i);

    void mapped(@RoutingKey long key, Map<String, Instant> value, Map<Item, Set<Edge>> entry);

    Value<Integer> impossible(Value<String> value) throws Broken, Unlikely;

    @Override
    boolean equals(Object other);

    record List(java.util.List<Integer> out, Map<String, Item> in) {}

    record Item(String key, int value) {}

    record AddRequest() {}

    record AddResponse(Optional<AddResponse> addResponse, String out) {}

    enum Edge {
      EDGE,
      edge
    }

    enum String2 {}

    sealed interface Value<T> {}

    record Text(String text) implements Value<String> {}

    record Number(int number) implements Value<Integer> {}

    record Any<T>(T value, Map<T, T> pairs, java.util.List<Any<T>> more) implements Value<T> {}

    final class Broken extends Exception {
      private static final long serialVersionUID = 1L;
    }

    final class Unlikely extends IllegalStateException {
      private static final long serialVersionUID = 1L;

      private final transient Optional<Item> item;

      Unlikely(Optional<Item> item, String message) {
        super(message);
        this.item = item;
      }

      Optional<Item> getItem() {
        return item;
      }
    }
  }
}
