package dev.heddle.cli;

import dev.heddle.scheduler.plan.EdgeReading;
import dev.heddle.scheduler.plan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What an application counted, as {@code status -o json} or {@code graph -o json} has it. The
 * latter, and older applications, tell less: then the time is unknown, components are those that
 * are called, and each is taken for sandboxable.
 *
 * @param source where it is from, for messages
 * @param application its name, or nothing
 * @param uptimeSeconds over how long it counted, if it says so
 * @param components in order of their names
 * @param replicas names of its replicas
 * @param processes what is known of processes, where a scheduler told it
 * @param edges what it counted
 */
record RecordedGraph(
    String source,
    String application,
    OptionalDouble uptimeSeconds,
    List<Component> components,
    List<String> replicas,
    List<Process> processes,
    List<Edge> edges) {

  /**
   * A component.
   *
   * @param at names of the replicas that it is at; none for any
   * @param pinned whether somebody asked for its placement
   * @param rules what else is asked of it
   */
  record Component(
      String name,
      String placement,
      List<String> at,
      boolean pinned,
      boolean jvm,
      int maxReplicas,
      Rules rules) {}

  /**
   * What is asked of the processes that run a component.
   *
   * @param together names of components that are to be in the same ones
   * @param apart names of components that are to be in none of them
   * @param onlyIn names or labels of those that it may be in; none for any
   * @param memoryBytes what it takes in each; 0 where nobody says
   */
  record Rules(Set<String> together, Set<String> apart, Set<String> onlyIn, long memoryBytes) {
    static final Rules NONE = new Rules(Set.of(), Set.of(), Set.of(), 0);
  }

  /**
   * A process.
   *
   * @param labels what it can be chosen by, beside its name
   * @param memoryBytes what all components in it may take together; 0 where nobody says
   */
  record Process(String name, boolean replica, Set<String> labels, long memoryBytes) {}

  /** Calls of a method that went to one place, with their median. */
  record Edge(EdgeReading reading, double p50Micros) {

    /** As if each call had taken the median, which the first, slow calls do not move. */
    EdgeReading atMedian() {
      long nanos = Math.round(reading.calls() * p50Micros * 1_000);
      return new EdgeReading(
          reading.caller(),
          reading.callee(),
          reading.method(),
          reading.place(),
          reading.calls(),
          reading.bytes(),
          reading.calls(),
          nanos);
    }
  }

  /** Reads a document; {@code source} is told when it is none. */
  static RecordedGraph parse(String source, String json) {
    try {
      JsonNode root = ApplicationClient.JSON.readTree(json);
      JsonNode edges = root.isArray() ? root : root.path("edges");
      if (!edges.isArray()) throw strange(source);
      List<Edge> read = new ArrayList<>();
      for (JsonNode edge : edges) addEdge(edge, read);
      return new RecordedGraph(
          source,
          root.path("application").asString(""),
          root.has("uptimeSeconds")
              ? OptionalDouble.of(root.path("uptimeSeconds").asDouble())
              : OptionalDouble.empty(),
          root.has("components") ? components(root.path("components")) : called(read),
          replicas(root.path("replicas")),
          processes(root.path("processes")),
          List.copyOf(read));
    } catch (JacksonException | IllegalArgumentException unreadable) {
      throw strange(source);
    }
  }

  private static CommandFailure strange(String source) {
    return CommandFailure.failed(
        source
            + " is neither what './heddle status -o json' prints nor what './heddle graph -o json'"
            + " does");
  }

  private static List<Component> components(JsonNode nodes) {
    List<Component> components = new ArrayList<>();
    for (JsonNode node : nodes) {
      components.add(
          new Component(
              node.path("name").asString(),
              node.path("placement").asString(),
              List.copyOf(words(node.path("at"))),
              node.path("pinned").asBoolean(false),
              node.path("runtime").asString("wasm").equals("jvm"),
              node.path("maxReplicas").asInt(0),
              rules(node.path("rules"))));
    }
    return List.copyOf(components);
  }

  private static Rules rules(JsonNode rules) {
    return new Rules(
        words(rules.path("togetherWith")),
        words(rules.path("apartFrom")),
        words(rules.path("onlyIn")),
        rules.path("memoryBytes").asLong(0));
  }

  private static Set<String> words(JsonNode nodes) {
    Set<String> words = new TreeSet<>();
    for (JsonNode node : nodes) words.add(node.asString(""));
    return words;
  }

  private static List<Process> processes(JsonNode nodes) {
    List<Process> processes = new ArrayList<>();
    for (JsonNode node : nodes) {
      processes.add(
          new Process(
              node.path("name").asString(""),
              node.path("kind").asString("").equals("replica"),
              words(node.path("labels")),
              node.path("memoryBytes").asLong(0)));
    }
    return List.copyOf(processes);
  }

  private static List<Component> called(List<Edge> edges) {
    return edges.stream()
        .map(edge -> edge.reading().callee())
        .distinct()
        .sorted()
        .map(
            name -> new Component(name, Place.LOCAL.word(), List.of(), false, false, 0, Rules.NONE))
        .toList();
  }

  private static List<String> replicas(JsonNode nodes) {
    TreeSet<String> names = new TreeSet<>();
    int number = 0;
    for (JsonNode node : nodes) {
      number++;
      String id = node.path("id").asString("");
      names.add(id.isEmpty() || names.contains(id) ? "replica-" + number : id);
    }
    return List.copyOf(names);
  }

  private static void addEdge(JsonNode edge, List<Edge> edges) {
    double p50 = edge.path("p50Micros").asDouble(0);
    if (edge.path("placements").isArray()) {
      for (JsonNode at : edge.path("placements")) {
        edges.add(
            new Edge(
                reading(
                    edge,
                    at.path("placement").asString(),
                    at.path("calls").asLong(),
                    at.path("bytes").asLong(0),
                    at.path("timed").asLong(0),
                    at.path("timedNanos").asLong(0)),
                p50));
      }
      return;
    }
    long calls = edge.path("calls").asLong();
    long remote = Math.round(calls * edge.path("remoteShare").asDouble(0));
    long nanos = Math.round(p50 * 1_000);
    long bytes = edge.path("bytes").asLong(0);
    Stream.of(
            reading(edge, "remote", remote, bytes, remote, remote * nanos),
            reading(
                edge,
                "local",
                calls - remote,
                remote == 0 ? bytes : 0,
                calls - remote,
                (calls - remote) * nanos))
        .filter(each -> each.calls() > 0)
        .forEach(each -> edges.add(new Edge(each, p50)));
  }

  private static EdgeReading reading(
      JsonNode edge, String place, long calls, long bytes, long timed, long nanos) {
    return new EdgeReading(
        edge.path("caller").asString(),
        edge.path("callee").asString(),
        edge.path("method").asString(""),
        Place.valueOf(place.toUpperCase(Locale.ROOT)),
        calls,
        bytes,
        timed,
        nanos);
  }
}
