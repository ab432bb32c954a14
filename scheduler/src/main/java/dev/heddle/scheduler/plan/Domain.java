package dev.heddle.scheduler.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a component may be. Immutable.
 *
 * @param local in the application's process, outside of the sandbox
 * @param sandboxed in the application's process, in the sandbox
 * @param replicas at these
 */
record Domain(boolean local, boolean sandboxed, long replicas) {

  boolean home() {
    return local || sandboxed;
  }

  boolean empty() {
    return !home() && replicas == 0;
  }

  Domain and(Domain other) {
    return new Domain(
        local && other.local, sandboxed && other.sandboxed, replicas & other.replicas);
  }

  /** What two components that are in the same processes have to choose from. */
  boolean meets(Domain other) {
    return home() && other.home() || (replicas & other.replicas) != 0;
  }

  String words(Hosts hosts) {
    List<String> places = new ArrayList<>();
    if (local) places.add(Place.LOCAL.word());
    if (sandboxed) places.add(Place.SANDBOXED.word());
    if (replicas != 0) places.add("at " + String.join(", ", hosts.names(replicas)));
    return places.isEmpty() ? "nowhere" : String.join(" or ", places);
  }
}
