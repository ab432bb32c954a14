package dev.heddle.transport;

import dev.heddle.core.remote.CallNotBegunException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The edges that a caller has named to a replica. */
final class TunnelEdges {
  private final Map<Names, Edge> edges = new ConcurrentHashMap<>();
  private int announced;

  private record Names(String caller, String component) {}

  /** One caller and one component. */
  static final class Edge {
    private final String caller;
    private final String component;
    private int id;

    private Edge(String caller, String component) {
      this.caller = caller;
      this.component = component;
    }

    /** Its id, once it was announced. */
    int id() {
      return id;
    }
  }

  /** The edge, from any thread. */
  Edge edge(String caller, String component) {
    Names names = new Names(caller, component);
    Edge known = edges.get(names);
    if (known != null) return known;
    if (edges.size() >= TunnelLimits.EDGES) {
      throw new CallNotBegunException(
          CallNotBegunException.Reason.OVERLOADED,
          "more than " + TunnelLimits.EDGES + " pairs of callers and components");
    }
    return edges.computeIfAbsent(names, it -> new Edge(it.caller(), it.component()));
  }

  /** Names the edge to the replica unless that was done; for one thread at a time. */
  void announce(Edge edge, FrameWriter frames) {
    if (edge.id != 0) return;
    edge.id = ++announced;
    frames.edge(edge.id, edge.caller, edge.component);
  }
}
