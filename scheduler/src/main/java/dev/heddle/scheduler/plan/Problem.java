package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A situation in numbers: components, edges and groups are counted from 0, processes as in {@link
 * Hosts}. Arrays are not changed after the construction.
 */
final class Problem {
  /** Number of a caller that is no component. */
  static final int FRONT = -1;

  final Situation situation;
  final CostModel model;
  final PlanningPolicy policy;
  final Hosts hosts;
  final Domain[] domains;
  final List<Group> groups;
  final List<Unmet> unmet = new ArrayList<>();

  /** By component: calls a second, processors of its own work, and gigabytes. */
  final double[] rate;

  final double[] work;
  final double[] memory;

  /** By edge. */
  final int[] from;

  final int[] to;
  final double[] calls;
  final double[] bytes;

  /** Pairs of components that are to be apart. */
  final int[][] apart;

  /** By component: its edges, and its pairs. */
  final int[][] edgesOf;

  final int[][] apartOf;
  final int[] groupOf;

  private final Map<String, Integer> numbers = new HashMap<>();

  Problem(Situation situation, CostModel model, PlanningPolicy policy) {
    this.situation = situation;
    this.model = model;
    this.policy = policy;
    hosts = new Hosts(situation.processes());
    List<ComponentSpecification> components = situation.components();
    int count = components.size();
    for (int i = 0; i < count; i++) numbers.put(components.get(i).name(), i);
    List<CallEdge> edges = situation.graph().edges();
    from = edges.stream().mapToInt(each -> numbers.getOrDefault(each.caller(), FRONT)).toArray();
    to = edges.stream().mapToInt(each -> number(each.callee())).toArray();
    calls = edges.stream().mapToDouble(CallEdge::callsPerSecond).toArray();
    bytes = edges.stream().mapToDouble(each -> size(each, model)).toArray();
    rate = new double[count];
    for (int i = 0; i < to.length; i++) rate[to[i]] += calls[i];
    work = new double[count];
    memory = new double[count];
    domains = new Domain[count];
    Domains wishes = new Domains(hosts, unmet);
    for (int i = 0; i < count; i++) {
      ComponentSpecification component = components.get(i);
      work[i] = rate[i] * situation.graph().ownSeconds().getOrDefault(component.name(), 0.0);
      memory[i] = component.memoryBytes() / 1e9;
      domains[i] = wishes.of(component);
    }
    groups = Groups.of(components, domains, hosts, unmet);
    groupOf = new int[count];
    for (int i = 0; i < groups.size(); i++) {
      for (int member : groups.get(i).members()) groupOf[member] = i;
    }
    apart = pairs(components);
    edgesOf = incident(count, from, to);
    apartOf =
        incident(
            count,
            Arrays.stream(apart).mapToInt(pair -> pair[0]).toArray(),
            Arrays.stream(apart).mapToInt(pair -> pair[1]).toArray());
  }

  private static double size(CallEdge edge, CostModel model) {
    return edge.bytesPerCall() > 0 ? edge.bytesPerCall() : model.bytesUnknown();
  }

  private int[][] pairs(List<ComponentSpecification> components) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < components.size(); i++) {
      for (String name : new TreeSet<>(components.get(i).apart())) {
        int other = number(name);
        boolean twice =
            other < i && components.get(other).apart().contains(components.get(i).name());
        if (!twice) pairs.add(new int[] {i, other});
      }
    }
    return pairs.toArray(int[][]::new);
  }

  private static int[][] incident(int count, int[] from, int[] to) {
    List<List<Integer>> of = new ArrayList<>();
    for (int i = 0; i < count; i++) of.add(new ArrayList<>());
    for (int i = 0; i < to.length; i++) {
      of.get(to[i]).add(i);
      if (from[i] != FRONT && from[i] != to[i]) of.get(from[i]).add(i);
    }
    return of.stream()
        .map(each -> each.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  int number(String component) {
    Integer number = numbers.get(component);
    if (number == null) throw new IllegalArgumentException("no component " + component);
    return number;
  }

  ComponentSpecification component(int number) {
    return situation.components().get(number);
  }

  String name(int component) {
    return component(component).name();
  }
}
