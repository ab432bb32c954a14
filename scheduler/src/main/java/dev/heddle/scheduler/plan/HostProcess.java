package dev.heddle.scheduler.plan;

import java.util.Set;

/**
 * A process that can hold components. Immutable.
 *
 * @param name unique among the processes
 * @param kind what it is
 * @param machine where it runs; processes of one machine share its processors, of which there are
 *     as many as the process may use that may use most
 * @param processors how many processors it may use, more than 0
 * @param memoryBytes what all its components together may take
 * @param busy processors that it uses for what the plan does not place, such as a web front
 * @param labels what it may be chosen by
 * @param alive whether it answers
 */
public record HostProcess(
    String name,
    Kind kind,
    String machine,
    double processors,
    long memoryBytes,
    double busy,
    Set<String> labels,
    boolean alive) {
  /** What a process is. */
  public enum Kind {
    /** Where requests enter; it can hold every component. There is exactly one, and it is alive. */
    APPLICATION,
    /** It can hold every component that can be sandboxed. */
    REPLICA
  }

  /** Copies the set. */
  public HostProcess {
    labels = Set.copyOf(labels);
  }

  /** The application's process, on a machine of its own. */
  public static HostProcess application(double processors, long memoryBytes) {
    return new HostProcess(
        "application", Kind.APPLICATION, "application", processors, memoryBytes, 0, Set.of(), true);
  }

  /** A replica, on a machine of its own. */
  public static HostProcess replica(String name, double processors, long memoryBytes) {
    return new HostProcess(name, Kind.REPLICA, name, processors, memoryBytes, 0, Set.of(), true);
  }

  /** The same, with labels. */
  public HostProcess labelled(String... names) {
    return new HostProcess(
        name, kind, machine, processors, memoryBytes, busy, Set.of(names), alive);
  }

  /** The same, on another machine. */
  public HostProcess on(String other) {
    return new HostProcess(name, kind, other, processors, memoryBytes, busy, labels, alive);
  }

  /** The same, busy with something else. */
  public HostProcess busyWith(double used) {
    return new HostProcess(name, kind, machine, processors, memoryBytes, used, labels, alive);
  }

  /** The same, gone. */
  public HostProcess gone() {
    return new HostProcess(name, kind, machine, processors, memoryBytes, busy, labels, false);
  }
}
