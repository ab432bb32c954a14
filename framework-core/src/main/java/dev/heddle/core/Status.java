package dev.heddle.core;

import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaView;
import dev.heddle.core.remote.Replicas;
import java.util.List;
import java.util.Optional;

/**
 * What an application is doing, for people and programs: the document of the actuator endpoint
 * {@code heddle} and of {@code ./heddle status -o json}.
 *
 * @param application its name
 * @param revision its revision
 * @param epoch number of the placement table in force
 * @param uptimeSeconds how long its calls have been counted
 * @param components in order of their names
 * @param replicas processes that host components for others; none while everything runs in one
 * @param edges the call graph, in order of caller, callee and method
 * @param rollout the rollout under way, if any
 */
public record Status(
    String application,
    String revision,
    long epoch,
    double uptimeSeconds,
    List<Component> components,
    List<Replica> replicas,
    List<EdgeCalls> edges,
    Optional<Rollout> rollout) {

  /**
   * One component.
   *
   * @param placement {@code local}, {@code sandboxed} or {@code remote}
   * @param reason why it is placed there
   * @param pinned whether configuration names its placement
   * @param runtime {@code wasm}, or {@code jvm} for an unsandboxed one
   * @param implementation class name of its implementation; empty when it is given from outside
   * @param group its colocation group
   * @param replicas how many replicas host it
   * @param maxReplicas in how many processes it may run at most; 0 for any number
   * @param dependencies names of the components that its implementation's constructor asks for
   * @param rules what configuration asks of the processes that run it
   */
  public record Component(
      String name,
      String placement,
      String reason,
      boolean pinned,
      String runtime,
      String implementation,
      String group,
      int replicas,
      int maxReplicas,
      List<String> dependencies,
      PlacementRules rules) {
    /** Copies the list. */
    public Component {
      dependencies = List.copyOf(dependencies);
    }
  }

  /**
   * One process that hosts components for others.
   *
   * @param components names of those it hosts
   */
  public record Replica(
      String id, long pid, String address, String revision, String state, List<String> components) {
    /** Copies the list. */
    public Replica {
      components = List.copyOf(components);
    }
  }

  /**
   * Traffic on its way from one revision to another.
   *
   * @param percent share of the traffic that enters {@code to}, from 0 to 100
   */
  public record Rollout(String from, String to, int percent, String state) {}

  /** What is known of the replicas; of one that was never connected only its address. */
  static List<Replica> replicas(Replicas replicas) {
    return replicas.connections().stream().map(Status::replica).toList();
  }

  private static Replica replica(ReplicaConnection connection) {
    ReplicaView view = connection.view();
    Optional<ProcessIdentity> identity = view.identity();
    return new Replica(
        identity.map(ProcessIdentity::process).orElse(""),
        identity.map(ProcessIdentity::pid).orElse(0L),
        connection.address().toString(),
        identity.map(ProcessIdentity::revision).orElse(""),
        view.state().word(),
        view.components().stream().sorted().toList());
  }

  /** Copies the lists. */
  public Status {
    components = List.copyOf(components);
    replicas = List.copyOf(replicas);
    edges = List.copyOf(edges);
  }
}
