package dev.heddle.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;

/** The call graph, in the forms that people and programs draw it in. */
final class CallGraph {
  /** All calls from one component to another; the slowest method speaks for the latency. */
  private record Arrow(String caller, String callee, long calls, long errors, double p99Micros) {

    static Arrow of(StatusDocument.Edge edge) {
      return new Arrow(edge.caller(), edge.callee(), edge.calls(), edge.errors(), edge.p99Micros());
    }

    Arrow plus(Arrow other) {
      return new Arrow(
          caller,
          callee,
          calls + other.calls,
          errors + other.errors,
          Math.max(p99Micros, other.p99Micros));
    }

    boolean joins(String from, String to) {
      return caller.equals(from) && callee.equals(to);
    }

    String label() {
      String label = counted(calls, "call");
      if (errors > 0) label += ", " + counted(errors, "error");
      return p99Micros > 0 ? label + ", p99 " + latency(p99Micros) : label;
    }

    private static String counted(long count, String what) {
      return count + " " + what + (count == 1 ? "" : "s");
    }
  }

  /** One component that may call another, and never did. */
  record Unused(String caller, String callee) {}

  private record Compared(List<StatusDocument.Edge> edges, List<Unused> unused) {}

  private static final String UNUSED = "never used";

  private final List<StatusDocument.Edge> edges;
  private final List<Arrow> arrows;
  private final UnaryOperator<String> placements;
  private final Optional<List<Unused>> unused;

  /**
   * @param placements where calls to a component go now; empty for callers that are none
   */
  private CallGraph(
      List<StatusDocument.Edge> edges,
      List<Arrow> arrows,
      UnaryOperator<String> placements,
      Optional<List<Unused>> unused) {
    this.edges = edges;
    this.arrows = arrows;
    this.placements = placements;
    this.unused = unused;
  }

  /** The observed calls, and beside them the declared dependencies that no call has used. */
  static CallGraph withDeclared(StatusDocument status) {
    CallGraph observed = of(status);
    List<Unused> unused = new ArrayList<>();
    for (StatusDocument.Component component : status.components()) {
      for (String callee : component.dependencies()) {
        if (observed.arrows.stream().noneMatch(arrow -> arrow.joins(component.name(), callee))) {
          unused.add(new Unused(component.name(), callee));
        }
      }
    }
    return new CallGraph(
        observed.edges, observed.arrows, observed.placements, Optional.of(List.copyOf(unused)));
  }

  /** The observed calls. */
  static CallGraph of(StatusDocument status) {
    List<StatusDocument.Edge> edges = status.edges();
    Map<List<String>, Arrow> arrows = new LinkedHashMap<>();
    for (StatusDocument.Edge edge : edges) {
      arrows.merge(List.of(edge.caller(), edge.callee()), Arrow.of(edge), Arrow::plus);
    }
    return new CallGraph(edges, List.copyOf(arrows.values()), status::placement, Optional.empty());
  }

  /** A table, a row a method; then what was never used. */
  String text() {
    String calls = edges.isEmpty() ? "No component has called another yet.\n" : table();
    return unused.map(pairs -> calls + "\n" + unusedText(pairs)).orElse(calls);
  }

  private static String unusedText(List<Unused> pairs) {
    if (pairs.isEmpty()) return "Every declared dependency has been used.\n";
    StringBuilder text = new StringBuilder("Declared, and never used so far:\n");
    for (Unused pair : pairs) {
      text.append("  ").append(Table.printable(pair.caller())).append(" -> ");
      text.append(Table.printable(pair.callee())).append('\n');
    }
    return text.toString();
  }

  private String table() {
    Table table =
        new Table(
            "CALLER", "CALLEE", "METHOD", "CALLS", "ERRORS", "P50", "P99", "BYTES", "REMOTE",
            "PLACED");
    for (StatusDocument.Edge edge : edges) {
      table.row(
          edge.caller(),
          edge.callee(),
          edge.method(),
          Long.toString(edge.calls()),
          Long.toString(edge.errors()),
          latency(edge.p50Micros()),
          latency(edge.p99Micros()),
          Long.toString(edge.bytes()),
          Math.round(100 * edge.remoteShare()) + "%",
          placements.apply(edge.callee()));
    }
    return table.render();
  }

  /** A Mermaid flowchart. */
  String mermaid() {
    Map<String, String> ids = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder("flowchart LR\n");
    for (String name : names()) {
      String id = "c" + ids.size();
      ids.put(name, id);
      text.append("  ").append(id).append("[\"").append(entities(name));
      String placement = placements.apply(name);
      if (!placement.isEmpty()) text.append("<br/>").append(entities(placement));
      text.append("\"]\n");
    }
    for (Arrow arrow : arrows) {
      text.append("  ").append(ids.get(arrow.caller()));
      text.append(" -->|\"").append(arrow.label()).append("\"| ");
      text.append(ids.get(arrow.callee())).append('\n');
    }
    for (Unused pair : unused.orElse(List.of())) {
      text.append("  ").append(ids.get(pair.caller()));
      text.append(" -.->|\"").append(UNUSED).append("\"| ");
      text.append(ids.get(pair.callee())).append('\n');
    }
    return text.toString();
  }

  /** A Graphviz digraph. */
  String dot() {
    StringBuilder text = new StringBuilder("digraph calls {\n  rankdir=LR;\n  node [shape=box];\n");
    for (String name : names()) {
      text.append("  ").append(quoted(name));
      String placement = placements.apply(name);
      if (!placement.isEmpty()) {
        text.append(" [label=").append(quoted(name, placement)).append(']');
      }
      text.append(";\n");
    }
    for (Arrow arrow : arrows) {
      text.append("  ").append(quoted(arrow.caller())).append(" -> ");
      text.append(quoted(arrow.callee()));
      text.append(" [label=").append(quoted(arrow.label())).append("];\n");
    }
    for (Unused pair : unused.orElse(List.of())) {
      text.append("  ").append(quoted(pair.caller())).append(" -> ").append(quoted(pair.callee()));
      text.append(" [style=dashed, label=").append(quoted(UNUSED)).append("];\n");
    }
    return text.append("}\n").toString();
  }

  /** The edges, as the application tells them; with what was never used, if that was asked for. */
  String json() {
    Object document = unused.<Object>map(pairs -> new Compared(edges, pairs)).orElse(edges);
    return JsonMapper.builder().build().writeValueAsString(document) + "\n";
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Arrow arrow : arrows) {
      names.add(arrow.caller());
      names.add(arrow.callee());
    }
    for (Unused pair : unused.orElse(List.of())) {
      names.add(pair.caller());
      names.add(pair.callee());
    }
    return names;
  }

  private static String latency(double micros) {
    if (micros <= 0) return "-";
    if (micros < 1_000) return String.format(Locale.ROOT, "%.1f us", micros);
    return String.format(Locale.ROOT, "%.1f ms", micros / 1_000);
  }

  /** Mermaid's own escapes; the number sign, which begins one, comes first. */
  private static String entities(String name) {
    return Table.printable(name)
        .replace("#", "#35;")
        .replace("&", "#amp;")
        .replace("\"", "#quot;")
        .replace("<", "#lt;")
        .replace(">", "#gt;");
  }

  private static String quoted(String name) {
    return '"' + escaped(name) + '"';
  }

  /** Two lines. */
  private static String quoted(String name, String placement) {
    return '"' + escaped(name) + "\\n" + escaped(placement) + '"';
  }

  private static String escaped(String name) {
    return Table.printable(name).replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
