package dev.heddle.core.remote;

import java.util.Optional;
import java.util.Set;

/**
 * What a caller knows of a replica at one moment.
 *
 * @param state whether it takes calls
 * @param identity who it is; empty before it was first connected
 * @param components names of the components that it hosts, and of the capabilities that it grants
 * @param problem why it takes none, in words for a person; empty when it does
 */
public record ReplicaView(
    State state, Optional<ProcessIdentity> identity, Set<String> components, String problem) {

  /** Whether a replica takes calls. */
  public enum State {
    /** There is no connection, and one is tried again and again. */
    CONNECTING,
    /** Connected, but the replica is not ready yet. */
    STARTING,
    /** It takes calls. */
    READY,
    /** It ends what it has begun, and takes nothing new. */
    DRAINING,
    /** It is of another application or revision, and is asked again only seldom. */
    REFUSED,
    /** The connection was ended by this process. */
    CLOSED;

    /** The state's word in documents: its name in lower case. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Copies the set. */
  public ReplicaView {
    components = Set.copyOf(components);
  }
}
