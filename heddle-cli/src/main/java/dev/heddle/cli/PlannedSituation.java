package dev.heddle.cli;

import dev.heddle.scheduler.plan.ComponentSpecification;
import dev.heddle.scheduler.plan.CostModel;
import dev.heddle.scheduler.plan.HostProcess;
import dev.heddle.scheduler.plan.LoadEstimate;
import dev.heddle.scheduler.plan.Place;
import dev.heddle.scheduler.plan.Placement;
import dev.heddle.scheduler.plan.Runtime;
import dev.heddle.scheduler.plan.Situation;
import dev.heddle.scheduler.plan.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a plan is made from, read from one or two recorded graphs.
 *
 * @param processes how many replicas there are to be; nothing for those recorded
 * @param processors what each process may use, on a machine of its own; nothing for one machine,
 *     this one, that all share
 * @param pins places by component name that somebody asks for
 * @param overSeconds over how long what was recorded was counted; nothing when the documents say so
 */
record PlannedSituation(
    OptionalInt processes,
    OptionalDouble processors,
    Map<String, String> pins,
    OptionalDouble overSeconds) {
  private static final Set<String> PLACES = Set.of("local", "sandboxed", "remote");

  /** Where components are that recorded nothing of when they came there: long since. */
  private static final Duration LONG = Duration.ofDays(1);

  /** Where nobody says how much there is: components are small. */
  private static final long MEMORY = 1L << 40;

  /** The situation that one graph tells of, or the time between two. */
  Situation of(List<RecordedGraph> graphs) {
    RecordedGraph last = graphs.getLast();
    checkPins(last);
    List<HostProcess> hosts = hosts(last);
    return new Situation(
        last.components().stream().map(each -> specification(each, last)).toList(),
        load(graphs).graph(CostModel.MEASURED, 0),
        hosts,
        inForce(last, hosts));
  }

  private void checkPins(RecordedGraph graph) {
    List<String> known = graph.components().stream().map(RecordedGraph.Component::name).toList();
    pins.forEach(
        (component, place) -> {
          Placements.check("--pin " + component + "=" + place, place, PLACES);
          if (known.contains(component)) return;
          throw CommandFailure.usage(
              "--pin "
                  + component
                  + "="
                  + place
                  + ": there is no such component; there are "
                  + String.join(", ", known));
        });
  }

  private LoadEstimate load(List<RecordedGraph> graphs) {
    double seconds = seconds(graphs);
    Duration apart = Duration.ofNanos(Math.round(seconds * 1e9));
    if (graphs.size() == 1) {
      return LoadEstimate.NONE.after(
          List.of(),
          graphs.getFirst().edges().stream().map(RecordedGraph.Edge::atMedian).toList(),
          apart,
          Duration.ZERO);
    }
    return LoadEstimate.NONE.after(
        graphs.getFirst().edges().stream().map(RecordedGraph.Edge::reading).toList(),
        graphs.getLast().edges().stream().map(RecordedGraph.Edge::reading).toList(),
        apart,
        Duration.ZERO);
  }

  /** Over how long the calls were counted. */
  double seconds(List<RecordedGraph> graphs) {
    if (overSeconds.isPresent()) return overSeconds.getAsDouble();
    RecordedGraph last = graphs.getLast();
    for (RecordedGraph each : graphs) {
      if (each.uptimeSeconds().isEmpty()) {
        throw CommandFailure.usage(
            each.source()
                + " does not say over how many seconds its calls were counted: say it with --over,"
                + " or record './heddle status -o json'");
      }
    }
    double up = last.uptimeSeconds().getAsDouble();
    double seconds = graphs.size() == 1 ? up : up - graphs.getFirst().uptimeSeconds().getAsDouble();
    if (seconds > 0) return seconds;
    throw CommandFailure.usage(
        last.source()
            + " is not later than "
            + graphs.getFirst().source()
            + ": name the earlier one first, both of one run");
  }

  private ComponentSpecification specification(
      RecordedGraph.Component component, RecordedGraph graph) {
    RecordedGraph.Rules rules = component.rules();
    ComponentSpecification specification =
        ComponentSpecification.of(component.name())
            .withMaxReplicas(component.maxReplicas())
            .togetherWith(known(graph, rules.together()))
            .apartFrom(known(graph, rules.apart()))
            .residentIn(rules.onlyIn().toArray(String[]::new));
    if (rules.memoryBytes() > 0) specification = specification.withMemory(rules.memoryBytes());
    if (component.jvm()) specification = specification.withRuntime(Runtime.JVM);
    String asked = pins.get(component.name());
    if (asked != null) return specification.pinned(place(asked), "--pin");
    return component.pinned()
        ? specification.pinned(place(component.placement()), "configuration")
        : specification;
  }

  /** Without components that are to have no implementation. */
  private static String[] known(RecordedGraph graph, Set<String> names) {
    return graph.components().stream()
        .map(RecordedGraph.Component::name)
        .filter(names::contains)
        .toArray(String[]::new);
  }

  private static Place place(String word) {
    return Place.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The application's process, and the replicas. */
  List<HostProcess> hosts(RecordedGraph graph) {
    List<HostProcess> hosts = new ArrayList<>();
    double each = processors.orElse(java.lang.Runtime.getRuntime().availableProcessors());
    for (HostProcess.Kind kind : HostProcess.Kind.values()) {
      boolean replica = kind == HostProcess.Kind.REPLICA;
      for (String name : replica ? replicas(graph) : List.of(Replicas.APPLICATION)) {
        hosts.add(host(name, kind, each, known(graph, name, replica)));
      }
    }
    return hosts;
  }

  private HostProcess host(
      String name, HostProcess.Kind kind, double each, Optional<RecordedGraph.Process> known) {
    Set<String> labels = new HashSet<>(Set.of(name));
    known.ifPresent(
        it -> {
          labels.add(it.name());
          labels.addAll(it.labels());
        });
    long memory = known.map(RecordedGraph.Process::memoryBytes).orElse(0L);
    return new HostProcess(
        name,
        kind,
        processors.isPresent() ? name : "this machine",
        each,
        memory > 0 ? memory : MEMORY,
        0,
        labels,
        true);
  }

  /** Of the application's process there is one, whatever it is called. */
  private static Optional<RecordedGraph.Process> known(
      RecordedGraph graph, String name, boolean replica) {
    return graph.processes().stream()
        .filter(each -> each.replica() == replica && (!replica || each.name().equals(name)))
        .findFirst();
  }

  private List<String> replicas(RecordedGraph graph) {
    int count = processes.orElse(graph.replicas().size());
    return IntStream.range(0, count)
        .mapToObj(i -> i < graph.replicas().size() ? graph.replicas().get(i) : "replica-" + (i + 1))
        .distinct()
        .toList();
  }

  private static Map<String, Standing> inForce(RecordedGraph graph, List<HostProcess> hosts) {
    List<String> replicas =
        hosts.stream().skip(1).map(HostProcess::name).filter(graph.replicas()::contains).toList();
    Map<String, Standing> inForce = new HashMap<>();
    for (RecordedGraph.Component component : graph.components()) {
      placement(component, replicas, graph.replicas())
          .ifPresent(now -> inForce.put(component.name(), new Standing(now, LONG)));
    }
    return inForce;
  }

  /**
   * A component that is remote is at those that are named, or at all replicas; where there are none
   * any more, it is told.
   */
  private static Optional<Placement> placement(
      RecordedGraph.Component component, List<String> replicas, List<String> recorded) {
    return switch (place(component.placement())) {
      case LOCAL -> Optional.of(Placement.LOCAL);
      case SANDBOXED -> Optional.of(Placement.SANDBOXED);
      case REMOTE -> {
        List<String> named = component.at().stream().filter(replicas::contains).toList();
        List<String> all = replicas.isEmpty() ? recorded : replicas;
        List<String> at = named.isEmpty() ? all : named;
        yield at.isEmpty() ? Optional.empty() : Optional.of(Placement.remote(at));
      }
    };
  }
}
