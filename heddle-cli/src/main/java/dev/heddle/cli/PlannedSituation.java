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

  /** Nobody says how much there is, and components are small. */
  private static final long MEMORY = 1L << 40;

  /** The situation that one graph tells of, or the time between two. */
  Situation of(List<RecordedGraph> graphs) {
    RecordedGraph last = graphs.getLast();
    checkPins(last);
    List<HostProcess> hosts = hosts(last);
    return new Situation(
        last.components().stream().map(this::specification).toList(),
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

  private ComponentSpecification specification(RecordedGraph.Component component) {
    ComponentSpecification specification =
        ComponentSpecification.of(component.name()).withMaxReplicas(component.maxReplicas());
    if (component.jvm()) specification = specification.withRuntime(Runtime.JVM);
    String asked = pins.get(component.name());
    if (asked != null) return specification.pinned(place(asked), "--pin");
    return component.pinned()
        ? specification.pinned(place(component.placement()), "configuration")
        : specification;
  }

  private static Place place(String word) {
    return Place.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The application's process, and the replicas. */
  List<HostProcess> hosts(RecordedGraph graph) {
    List<HostProcess> hosts = new ArrayList<>();
    double each = processors.orElse(java.lang.Runtime.getRuntime().availableProcessors());
    hosts.add(placed(HostProcess.application(each, MEMORY)));
    replicas(graph).forEach(name -> hosts.add(placed(HostProcess.replica(name, each, MEMORY))));
    return hosts;
  }

  private HostProcess placed(HostProcess host) {
    return processors.isPresent() ? host : host.on("this machine");
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

  /** A component that is remote is at all replicas; where there are none any more, it is told. */
  private static Optional<Placement> placement(
      RecordedGraph.Component component, List<String> replicas, List<String> recorded) {
    return switch (place(component.placement())) {
      case LOCAL -> Optional.of(Placement.LOCAL);
      case SANDBOXED -> Optional.of(Placement.SANDBOXED);
      case REMOTE -> {
        List<String> at = replicas.isEmpty() ? recorded : replicas;
        yield at.isEmpty() ? Optional.empty() : Optional.of(Placement.remote(at));
      }
    };
  }
}
