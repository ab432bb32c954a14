package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The processes of a situation. A set of replicas is a mask, in which bit {@code i} stands for the
 * replica {@code i}; 0 stands for the application's process. Immutable.
 */
final class Hosts {
  /** The mask of the application's process. */
  static final long HOME = 0;

  private final HostProcess application;
  private final List<HostProcess> replicas;
  private final long living;

  Hosts(List<HostProcess> processes) {
    application =
        processes.stream()
            .filter(each -> each.kind() == HostProcess.Kind.APPLICATION)
            .findFirst()
            .orElseThrow();
    replicas = processes.stream().filter(each -> each.kind() == HostProcess.Kind.REPLICA).toList();
    long mask = 0;
    for (int i = 0; i < replicas.size(); i++) if (replicas.get(i).alive()) mask |= 1L << i;
    living = mask;
  }

  HostProcess application() {
    return application;
  }

  /** The application's process is number 0, replica {@code i} is number {@code i + 1}. */
  HostProcess process(int number) {
    return number == 0 ? application : replicas.get(number - 1);
  }

  int count() {
    return replicas.size() + 1;
  }

  boolean living(int number) {
    return number == 0 || (living & 1L << (number - 1)) != 0;
  }

  /** The replicas that are alive. */
  long living() {
    return living;
  }

  /** The living replicas that have one of these labels. */
  long labelled(Set<String> labels) {
    long mask = 0;
    for (int i = 0; i < replicas.size(); i++) {
      if (labelled(replicas.get(i), labels)) mask |= 1L << i;
    }
    return mask & living;
  }

  boolean labelled(HostProcess process, Set<String> labels) {
    return !Collections.disjoint(process.labels(), labels);
  }

  /** The living replicas among those named. */
  long mask(List<String> names) {
    long mask = 0;
    for (int i = 0; i < replicas.size(); i++) {
      if (names.contains(replicas.get(i).name())) mask |= 1L << i;
    }
    return mask & living;
  }

  List<String> names(long mask) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < replicas.size(); i++) {
      if ((mask & 1L << i) != 0) names.add(replicas.get(i).name());
    }
    return names.stream().sorted().toList();
  }

  /** Number of each process's machine, from 0. */
  int[] machines() {
    List<String> known = new ArrayList<>();
    int[] machines = new int[count()];
    for (int i = 0; i < machines.length; i++) {
      String machine = process(i).machine();
      if (!known.contains(machine)) known.add(machine);
      machines[i] = known.indexOf(machine);
    }
    return machines;
  }
}
