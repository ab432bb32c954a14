package dev.heddle.cli;

import java.util.List;
import java.util.Objects;

/** What the application says of itself at {@code /actuator/heddle}; unknown parts are ignored. */
record StatusDocument(
    String application, String revision, long epoch, List<Component> components, List<Edge> edges) {

  /** Refuses a document that lacks a part. */
  StatusDocument {
    Objects.requireNonNull(application, "application");
    Objects.requireNonNull(revision, "revision");
    components = List.copyOf(components);
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
      double remoteShare) {

    /** Refuses an edge that lacks a part. */
    Edge {
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(callee, "callee");
      Objects.requireNonNull(method, "method");
    }
  }
}
