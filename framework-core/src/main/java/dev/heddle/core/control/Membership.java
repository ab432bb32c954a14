package dev.heddle.core.control;

import dev.heddle.core.Placement;
import dev.heddle.core.remote.ProcessIdentity;
import java.util.List;
import java.util.Set;

/**
 * What a process says of itself when it joins its scheduler.
 *
 * @param role what it does
 * @param address where it takes calls of other processes; empty when it takes none
 * @param machine where it runs; processes of one machine share its processors
 * @param processors how many it may use, above 0
 * @param epoch number of the placement table that it has in force
 * @param components what it can do for the application's components, in no particular order
 */
public record Membership(
    ProcessIdentity identity,
    Role role,
    String address,
    String machine,
    double processors,
    long epoch,
    List<Component> components) {

  /** What a process does. */
  public enum Role {
    /** Requests enter here. */
    APPLICATION,
    /** It runs components for others. */
    REPLICA;

    /** The word for it in documents. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * One component, as one process has it.
   *
   * @param runtime {@code wasm} or {@code jvm}
   * @param offered the placements that the process can offer it
   * @param configured where configuration has it
   * @param pinned whether configuration names that placement for this component alone
   * @param reason why configuration has it there, in words for a person
   * @param maxReplicas in how many processes it may run at most; 0 for any number
   */
  public record Component(
      String name,
      String runtime,
      Set<Placement> offered,
      Placement configured,
      boolean pinned,
      String reason,
      int maxReplicas) {
    /** Copies the set. */
    public Component {
      offered = Set.copyOf(offered);
    }
  }

  /** Copies the list. */
  public Membership {
    components = List.copyOf(components);
  }
}
