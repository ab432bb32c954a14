package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks whether placements are what was asked for, by itself and in the plainest way. */
final class Wishes {
  /** Something that was asked for, and is not so. */
  record Broken(Unmet.Kind kind, String subject, String other) {}

  private final Situation situation;
  private final Map<String, HostProcess> processes = new HashMap<>();

  Wishes(Situation situation) {
    this.situation = situation;
    situation.processes().forEach(each -> processes.put(each.name(), each));
  }

  /** What does not hold of those that are placed. */
  List<Broken> broken(Map<String, Placement> placed) {
    List<Broken> broken = new ArrayList<>();
    Map<String, Long> memory = new HashMap<>();
    for (ComponentSpecification component : situation.components()) {
      Placement placement = placed.get(component.name());
      if (placement == null) continue;
      broken.addAll(alone(component, placement));
      Set<String> hosts = hosts(placement);
      hosts.forEach(host -> memory.merge(host, component.memoryBytes(), Long::sum));
      for (String other : component.together()) {
        Placement its = placed.get(other);
        if (its != null && !hosts(its).equals(hosts)) {
          broken.add(new Broken(Unmet.Kind.TOGETHER, component.name(), other));
        }
      }
      for (String other : component.apart()) {
        Placement its = placed.get(other);
        if (its != null && hosts(its).stream().anyMatch(hosts::contains)) {
          broken.add(new Broken(Unmet.Kind.APART, component.name(), other));
        }
      }
    }
    memory.forEach(
        (host, bytes) -> {
          if (bytes > processOf(host).memoryBytes()) {
            broken.add(new Broken(Unmet.Kind.MEMORY, host, ""));
          }
        });
    return broken;
  }

  /** What does not hold of one, wherever the others are; a broken law is an error. */
  List<Broken> alone(ComponentSpecification component, Placement placement) {
    List<Broken> broken = new ArrayList<>();
    String name = component.name();
    if (!component.residency().isEmpty()) {
      for (String host : hosts(placement)) {
        if (Collections.disjoint(processOf(host).labels(), component.residency())) {
          broken.add(new Broken(Unmet.Kind.RESIDENCY, name, ""));
        }
      }
    }
    if (component.sandboxRequired() && placement.place() == Place.LOCAL) {
      broken.add(new Broken(Unmet.Kind.SANDBOX, name, ""));
    }
    if (component.pin().isPresent() && component.pin().get().place() != placement.place()) {
      broken.add(new Broken(Unmet.Kind.PIN, name, ""));
    }
    if (lawless(component, placement)) broken.add(new Broken(Unmet.Kind.PROCESSORS, name, "law"));
    return broken;
  }

  /** What no plan may do, whatever is asked. */
  boolean lawless(ComponentSpecification component, Placement placement) {
    boolean jvmElsewhere = component.runtime() == Runtime.JVM && placement.place() != Place.LOCAL;
    boolean tooMany =
        component.maxReplicas() > 0 && placement.replicas().size() > component.maxReplicas();
    boolean dead = hosts(placement).stream().anyMatch(host -> !processOf(host).alive());
    return jvmElsewhere || tooMany || dead;
  }

  private static Set<String> hosts(Placement placement) {
    return placement.place() == Place.REMOTE
        ? new HashSet<>(placement.replicas())
        : Set.of("application");
  }

  private HostProcess processOf(String name) {
    HostProcess process = processes.get(name);
    if (process == null) throw new AssertionError("no process " + name);
    return process;
  }
}
