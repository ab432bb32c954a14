package dev.heddle.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the application says of itself at {@code /actuator/heddle}, perhaps completed by {@link
 * LiveStatus}; unknown parts are ignored.
 */
record StatusDocument(
    String application,
    String revision,
    long epoch,
    List<Component> components,
    List<Replica> replicas,
    List<Edge> edges,
    @Nullable List<Move> moves) {

  /** Refuses a document that lacks a part. */
  StatusDocument {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(revision, "revision");
    components = List.copyOf(components);
    replicas = List.copyOf(replicas);
    edges = List.copyOf(edges);
    moves = moves == null ? List.of() : List.copyOf(moves);
  }

  /** Moves, newest first; none where there is no scheduler. */
  @Override
  public List<Move> moves() {
    return moves == null ? List.of() : moves;
  }

  /** Where calls to a component go; empty when it is none of the application's. */
  String placement(String component) {
    return components.stream()
        .filter(each -> each.name().equals(component))
        .map(Component::placement)
        .findFirst()
        .orElse("");
  }

  /**
   * One move of a component.
   *
   * @param begun when, as ISO 8601 has it
   * @param step how far it has come, or came
   */
  record Move(
      String component,
      String from,
      String to,
      String by,
      String reason,
      String begun,
      String outcome,
      String step,
      String problem) {

    /** Refuses a move that lacks a part. */
    Move {
      Objects.requireNonNull(component, "component");
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(begun, "begun");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(step, "step");
      Objects.requireNonNull(problem, "problem");
    }

    boolean underWay() {
      return outcome.equals("under way");
    }

    /** What became of it, for a person. */
    String state() {
      if (underWay()) return outcome + ": " + step;
      return problem.isEmpty() ? outcome : outcome + ": " + problem;
    }
  }

  record Component(
      String name,
      String placement,
      String reason,
      String runtime,
      String implementation,
      String group,
      int replicas,
      int maxReplicas,
      List<String> dependencies) {

    /** Refuses a component that lacks a part. */
    Component {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(placement, "placement");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(runtime, "runtime");
      Objects.requireNonNull(implementation, "implementation");
      Objects.requireNonNull(group, "group");
      dependencies = List.copyOf(dependencies);
    }
  }

  /** A process that hosts components for the application; of one never seen only the address. */
  record Replica(
      String id, long pid, String address, String revision, String state, List<String> components) {

    /** Refuses a replica that lacks a part. */
    Replica {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(address, "address");
      Objects.requireNonNull(revision, "revision");
      Objects.requireNonNull(state, "state");
      components = List.copyOf(components);
    }
  }

  /** All calls that one component made to one method of another. */
  record Edge(
      String caller,
      String callee,
      String method,
      long calls,
      long errors,
      long bytes,
      long elements,
      double p50Micros,
      double p99Micros,
      double remoteShare,
      @Nullable List<At> placements) {

    /** Refuses an edge that lacks a part; that of an older application has no placements. */
    Edge {
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(callee, "callee");
      Objects.requireNonNull(method, "method");
    }
  }

  /** Those of an edge's calls that went to one place. */
  record At(String placement, long calls, long bytes, long timed, long timedNanos) {}
}
