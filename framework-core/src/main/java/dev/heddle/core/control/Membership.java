package dev.heddle.core.control;

import dev.heddle.core.Placement;
import dev.heddle.core.PlacementRules;
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
 * @param memoryBytes what all components in it may take together; 0 where nobody says
 * @param labels what it can be chosen by, beside its name
 * @param epoch number of the placement table that it has in force
 * @param components what it can do for the application's components, in no particular order
 */
public record Membership(
    ProcessIdentity identity,
    Role role,
    String address,
    String machine,
    double processors,
    long memoryBytes,
    Set<String> labels,
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
   * @param rules what configuration asks of the processes that run it
   */
  public record Component(
      String name,
      String runtime,
      Set<Placement> offered,
      Placement configured,
      boolean pinned,
      String reason,
      int maxReplicas,
      PlacementRules rules) {
    /** Copies the set. */
    public Component {
      offered = Set.copyOf(offered);
    }
  }

  /** Copies the collections. */
  public Membership {
    labels = Set.copyOf(labels);
    components = List.copyOf(components);
  }
}
