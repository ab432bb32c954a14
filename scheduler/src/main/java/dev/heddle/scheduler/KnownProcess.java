package dev.heddle.scheduler;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.control.ControlTransport.Line;
import dev.heddle.core.control.Membership;
import dev.heddle.core.control.Order;
import dev.heddle.core.control.Reading;
import dev.heddle.scheduler.plan.EdgeReading;
import dev.heddle.scheduler.plan.LoadEstimate;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A process that has joined, and what it has told. For the scheduler's thread. */
final class KnownProcess {
  private final Membership membership;
  private final Map<String, Membership.Component> components = new HashMap<>();
  private final List<Membership.Component> related;
  private final Line<Order> line;
  private final EdgeHistory edges = new EdgeHistory();
  private Reading last = new Reading(0, 0, 0, List.of());
  private double processorShare;
  private long epoch;
  private final long joined = System.nanoTime();
  private LoadEstimate load = LoadEstimate.NONE;
  private List<EdgeReading> planned = List.of();
  private long countedAt;
  private boolean estimated;

  KnownProcess(Membership membership, Line<Order> line) {
    this.membership = membership;
    this.line = line;
    this.epoch = membership.epoch();
    membership.components().forEach(each -> components.put(each.name(), each));
    related = membership.components().stream().filter(KnownProcess::namesOthers).toList();
  }

  Membership membership() {
    return membership;
  }

  String name() {
    return membership.identity().process();
  }

  boolean replica() {
    return membership.role() == Membership.Role.REPLICA;
  }

  /** What it can be chosen by: its name is one, too. */
  Set<String> labels() {
    Set<String> labels = new HashSet<>(membership.labels());
    labels.add(name());
    if (!replica()) labels.add(PlacementRules.APPLICATION);
    return labels;
  }

  /** Whether it can run a component for others. */
  boolean hosts(String component) {
    Membership.Component known = components.get(component);
    return known != null && known.offered().contains(Placement.SANDBOXED);
  }

  /** What it can do for a component; empty where it knows of none. */
  Optional<Membership.Component> offers(String component) {
    return Optional.ofNullable(components.get(component));
  }

  /** The components that are to be with others, or without: few, or none. */
  List<Membership.Component> related() {
    return related;
  }

  private static boolean namesOthers(Membership.Component component) {
    PlacementRules rules = component.rules();
    return !rules.togetherWith().isEmpty() || !rules.apartFrom().isEmpty();
  }

  void say(Order order) {
    line.say(order);
  }

  /** Number of the table that it has in force. */
  long epoch() {
    return epoch;
  }

  void applied(long now) {
    epoch = Math.max(epoch, now);
  }

  /** What was counted when the process was here before. */
  void begin(List<Reading.EdgeReading> counted) {
    edges.begin(counted);
  }

  /** What it has counted since it started. */
  List<Reading.EdgeReading> counted() {
    return List.copyOf(edges.totals());
  }

  void measured(Reading reading) {
    long elapsed = reading.uptimeNanos() - last.uptimeNanos();
    if (elapsed > 0 && last.uptimeNanos() > 0) {
      processorShare = (reading.processorNanos() - last.processorNanos()) / (double) elapsed;
    }
    last = reading;
    edges.add(reading);
  }

  /** How much of one processor it used lately. */
  double processorShare() {
    return processorShare;
  }

  /** Whether anything is known of its load yet. */
  boolean settled() {
    return estimated;
  }

  /**
   * What goes along its edges, with what was counted since this was last asked; nothing before it
   * has settled.
   */
  LoadEstimate load(Duration settling, Duration halfLife) {
    if (System.nanoTime() - joined < settling.toNanos()) return load;
    long now = last.uptimeNanos();
    if (now == countedAt) return load;
    List<EdgeReading> totals = EdgeHistory.planned(edges.totals());
    if (countedAt > 0) {
      load = load.after(planned, totals, Duration.ofNanos(now - countedAt), halfLife);
      estimated = true;
    }
    planned = totals;
    countedAt = now;
    return load;
  }

  ProcessView view() {
    return new ProcessView(
        membership, last, processorShare, counted(), edges.rates(), edges.load());
  }
}
