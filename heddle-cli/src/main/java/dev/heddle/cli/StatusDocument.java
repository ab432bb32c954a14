package dev.heddle.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the application says of itself at {@code /actuator/heddle}; unknown parts are ignored. */
record StatusDocument(
    String application,
    String revision,
    long epoch,
    List<Component> components,
    List<Replica> replicas,
    List<Edge> edges) {

  /** Refuses a document that lacks a part. */
  StatusDocument {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(revision, "revision");
    components = List.copyOf(components);
    replicas = List.copyOf(replicas);
    edges = List.copyOf(edges);
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
