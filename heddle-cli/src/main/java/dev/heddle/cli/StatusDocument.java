package dev.heddle.cli;

import java.util.List;

/** What the application says of itself at {@code /actuator/heddle}; unknown parts are ignored. */
record StatusDocument(
    String application, String revision, long epoch, List<Component> components, List<Edge> edges) {

  record Component(
      String name, String placement, String reason, String runtime, String group, int replicas) {}

  record Edge(
      String caller,
      String callee,
      String method,
      long calls,
      long errors,
      long bytes,
      double p50Micros,
      double p99Micros,
      double remoteShare) {}
}
