package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Solves a small situation exactly, by trying all placements but those that already cost more than
 * the best so far. It counts costs by itself, in the plainest way.
 */
final class Exact {
  private final Situation situation;
  private final CostModel model;
  private final double target;
  private final List<List<Placement>> options = new ArrayList<>();
  private final Map<String, Placement> placed = new HashMap<>();
  private double best = Double.MAX_VALUE;

  private Exact(Situation situation, CostModel model, double target) {
    this.situation = situation;
    this.model = model;
    this.target = target;
    for (ComponentSpecification component : situation.components()) {
      List<Placement> possible =
          everywhere().stream()
              .filter(each -> new Wishes(situation).alone(component, each).isEmpty())
              .toList();
      // In the same process, and with the same wishes met, the sandbox is only dearer.
      boolean local = possible.contains(Placement.LOCAL);
      options.add(possible.stream().filter(it -> !local || it != Placement.SANDBOXED).toList());
    }
  }

  /** What the best placement costs that meets all wishes; nothing when none does. */
  static OptionalDouble cost(Situation situation, CostModel model, PlanningPolicy policy) {
    Exact exact = new Exact(situation, model, policy.target());
    exact.place(0);
    return exact.best == Double.MAX_VALUE ? OptionalDouble.empty() : OptionalDouble.of(exact.best);
  }

  private List<Placement> everywhere() {
    List<String> replicas =
        situation.processes().stream()
            .filter(each -> each.kind() == HostProcess.Kind.REPLICA && each.alive())
            .map(HostProcess::name)
            .toList();
    List<Placement> all = new ArrayList<>(List.of(Placement.LOCAL, Placement.SANDBOXED));
    for (int mask = 1; mask < 1 << replicas.size(); mask++) {
      List<String> some = new ArrayList<>();
      for (int i = 0; i < replicas.size(); i++) {
        if ((mask & 1 << i) != 0) some.add(replicas.get(i));
      }
      all.add(Placement.remote(some));
    }
    return all;
  }

  private void place(int number) {
    if (number == options.size()) {
      best = Math.min(best, cost(situation, model, target, placed).total());
      return;
    }
    ComponentSpecification component = situation.components().get(number);
    for (Placement each : options.get(number)) {
      placed.put(component.name(), each);
      boolean possible = new Wishes(situation).broken(placed).isEmpty();
      if (possible && cost(situation, model, target, placed).total() < best) place(number + 1);
      placed.remove(component.name());
    }
  }

  /** What those that are placed cost; edges to others do not count yet. */
  static Cost cost(
      Situation situation, CostModel model, double target, Map<String, Placement> placed) {
    Map<String, Double> rates = new HashMap<>();
    for (CallEdge edge : situation.graph().edges()) {
      rates.merge(edge.callee(), edge.callsPerSecond(), Double::sum);
    }
    Map<String, Double> use = new HashMap<>();
    situation.processes().forEach(each -> use.put(each.name(), each.busy()));
    double work = 0;
    double sandbox = 0;
    double tunnel = 0;
    double waiting = 0;
    double memory = 0;
    for (ComponentSpecification component : situation.components()) {
      Placement placement = placed.get(component.name());
      if (placement == null) continue;
      double own =
          rates.getOrDefault(component.name(), 0.0)
              * situation.graph().ownSeconds().getOrDefault(component.name(), 0.0);
      double slow = own * (model.slowdown(placement.place()) - 1);
      work += own;
      sandbox += slow;
      waiting += slow;
      share(use, placement, own + slow);
      memory += component.memoryBytes() / 1e9 * Math.max(1, placement.replicas().size());
    }
    for (CallEdge edge : situation.graph().edges()) {
      Placement callee = placed.get(edge.callee());
      Optional<Placement> known =
          situation.components().stream().anyMatch(it -> it.name().equals(edge.caller()))
              ? Optional.ofNullable(placed.get(edge.caller()))
              : Optional.of(Placement.LOCAL);
      if (callee == null || known.isEmpty()) continue;
      Placement caller = known.get();
      double bytes = edge.bytesPerCall() > 0 ? edge.bytesPerCall() : model.bytesUnknown();
      double calls = edge.callsPerSecond();
      for (Placement end : List.of(caller, callee)) {
        if (end.place() == Place.LOCAL) continue;
        double into = calls * (model.sandboxCallSeconds() + bytes * model.sandboxByteSeconds());
        sandbox += into;
        share(use, end, into);
      }
      double crossing = calls * crossing(caller, callee);
      double both = crossing * (model.tunnelCallSeconds() + bytes * model.tunnelByteSeconds());
      tunnel += both;
      waiting += crossing * model.tunnelWaitSeconds();
      share(use, caller, both / 2);
      share(use, callee, both / 2);
    }
    return new Cost(
        work,
        sandbox,
        tunnel,
        waiting * model.waitWeight(),
        memory * model.memoryPrice(),
        overload(situation, target, use) * model.overloadPrice());
  }

  private static double crossing(Placement caller, Placement callee) {
    boolean from = caller.place() == Place.REMOTE;
    boolean to = callee.place() == Place.REMOTE;
    if (!from && !to) return 0;
    if (!from || !to) return 1;
    long near = caller.replicas().stream().filter(callee.replicas()::contains).count();
    return 1 - (double) near / caller.replicas().size();
  }

  private static void share(Map<String, Double> use, Placement placement, double processors) {
    List<String> hosts =
        placement.place() == Place.REMOTE ? placement.replicas() : List.of("application");
    hosts.forEach(host -> use.merge(host, processors / hosts.size(), Double::sum));
  }

  private static double overload(Situation situation, double target, Map<String, Double> use) {
    double overload = 0;
    Map<String, Double> machines = new HashMap<>();
    Map<String, Double> limits = new HashMap<>();
    for (HostProcess process : situation.processes()) {
      double limit = target * process.processors();
      double used = use.getOrDefault(process.name(), 0.0);
      overload += Math.max(0, used - limit);
      machines.merge(process.machine(), Math.min(used, limit), Double::sum);
      limits.merge(process.machine(), limit, Math::max);
    }
    for (String machine : machines.keySet()) {
      overload +=
          Math.max(0, machines.getOrDefault(machine, 0.0) - limits.getOrDefault(machine, 0.0));
    }
    return overload;
  }
}
