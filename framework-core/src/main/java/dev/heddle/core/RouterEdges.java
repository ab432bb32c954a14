package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The edges of the call graph, and who is told of their figures. Safe for use by many threads. */
final class RouterEdges {
  private record EdgeKey(String caller, String callee) {}

  private final Map<EdgeKey, RouterEdge<?>> edges = new ConcurrentHashMap<>();
  private final List<Consumer<EdgeFigures>> listeners = new CopyOnWriteArrayList<>();

  /** The edge from a caller to a component; the same object each time. */
  @SuppressWarnings("unchecked") // the key's callee is the descriptor's component
  <C> RouterEdge<C> edge(CallRouter router, String caller, ComponentDescriptor<C> callee) {
    return (RouterEdge<C>)
        edges.computeIfAbsent(
            new EdgeKey(caller, callee.name()),
            key -> {
              RouterEdge<C> edge = new RouterEdge<>(router, caller, callee, this::tell);
              router.bind(edge);
              edge.figures().forEach(method -> method.forEach(this::tell));
              return edge;
            });
  }

  Collection<RouterEdge<?>> all() {
    return edges.values();
  }

  /** Tells {@code listener} of the figures of every edge there is and will be, at least once. */
  void onEdge(Consumer<EdgeFigures> listener) {
    listeners.add(listener);
    all().forEach(edge -> edge.figures().forEach(method -> method.forEach(listener)));
  }

  private void tell(EdgeFigures figures) {
    listeners.forEach(each -> each.accept(figures));
  }

  List<EdgeCalls> snapshot() {
    return all().stream()
        .flatMap(edge -> edge.figures().stream())
        .filter(figures -> figures.calls() > 0)
        .map(CallsByPlacement::snapshot)
        .sorted(EdgeCalls.ORDER)
        .toList();
  }
}
