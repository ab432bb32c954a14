package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Makes situations at random: call graphs, processes, and what is asked of components. */
final class RandomSituations {
  private final RandomGenerator random;

  RandomSituations(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param components how many
   * @param replicas how many
   * @param wishes share of the components of which something is asked, from 0 to 1
   */
  Situation next(int components, int replicas, double wishes) {
    CallGraph graph = graph(components);
    List<ComponentSpecification> all = new ArrayList<>();
    for (int i = 0; i < components; i++) {
      ComponentSpecification each =
          ComponentSpecification.of(name(i))
              .withMemory((long) (5e6 * Math.exp(4 * random.nextDouble())));
      while (random.nextDouble() < wishes) each = wishing(each, i, components);
      all.add(each);
    }
    List<HostProcess> processes = new ArrayList<>();
    processes.add(process(HostProcess.application(1 + random.nextInt(4), memory())));
    for (int i = 1; i <= replicas; i++) {
      processes.add(process(HostProcess.replica("replica-" + i, 1 + random.nextInt(4), memory())));
    }
    return new Situation(all, graph, processes, Map.of());
  }

  private HostProcess process(HostProcess process) {
    HostProcess labelled = random.nextInt(3) == 0 ? process : process.labelled("eu");
    return random.nextInt(3) == 0 ? labelled.on("shared") : labelled;
  }

  private long memory() {
    return (long) (2e8 + 2e9 * random.nextDouble());
  }

  static String name(int component) {
    return "C" + component;
  }

  private CallGraph graph(int components) {
    List<CallEdge> edges = new ArrayList<>();
    Map<String, Double> own = new HashMap<>();
    double scale = Math.exp(1.5 * random.nextGaussian());
    for (int i = 0; i < components; i++) {
      own.put(name(i), 20e-6 * Math.exp(1.5 * random.nextGaussian()));
      if (random.nextInt(3) == 0) edges.add(edge("Front", i, scale));
      for (int j = 0; j < components; j++) {
        if (i != j && random.nextDouble() < 2.0 / components) edges.add(edge(name(i), j, scale));
      }
    }
    return new CallGraph(edges, own, 0);
  }

  private CallEdge edge(String caller, int callee, double scale) {
    double calls = 500 * scale * Math.exp(1.5 * random.nextGaussian());
    return new CallEdge(caller, name(callee), calls, random.nextInt(5_000));
  }

  private ComponentSpecification wishing(ComponentSpecification one, int number, int components) {
    String other = name((number + 1 + random.nextInt(Math.max(1, components - 1))) % components);
    boolean self = other.equals(one.name());
    return switch (random.nextInt(8)) {
      case 0 -> one.withRuntime(Runtime.JVM);
      case 1 -> one.pinned(Place.values()[random.nextInt(3)], "a test");
      case 2 -> one.onlySandboxed();
      case 3 -> one.residentIn("eu");
      case 4 -> self ? one : one.togetherWith(other);
      case 5 -> self ? one : one.apartFrom(other);
      case 6 -> one.withMaxReplicas(1 + random.nextInt(2));
      default -> one;
    };
  }
}
