package dev.heddle.core;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.Replicas;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where calls of one process go, in the hands of a scheduler that decides for all processes of the
 * application. Safe for use by many threads.
 */
public final class PlacementControl {
  private final Placements placements;
  private final CallRouter router;
  private final Optional<Replicas> replicas;
  private final Function<String, ComponentDescriptor<?>> named;

  PlacementControl(
      Placements placements,
      CallRouter router,
      Optional<Replicas> replicas,
      Function<String, ComponentDescriptor<?>> named) {
    this.placements = placements;
    this.router = router;
    this.replicas = replicas;
    this.named = named;
  }

  /** The placement table in force. */
  public PlacementTable table() {
    return router.table();
  }

  /**
   * The placements that this process can offer a component.
   *
   * @throws IllegalArgumentException when the application has no such component
   */
  public Set<Placement> offered(String component) {
    return placements.offered(named.apply(component));
  }

  /**
   * Where configuration has a component.
   *
   * @throws IllegalArgumentException when the application has no such component
   */
  public PlacementTable.Entry configured(String component) {
    return placements.configured(named.apply(component));
  }

  /**
   * Makes a component ready to be called at a placement to which it may be moved: opened in the
   * sandbox, or, if remote, hosted by replicas that take calls. Calls go on where they went.
   *
   * @param component its name
   * @param among names of the replicas that are to take its calls; none for any one
   * @throws IllegalArgumentException when the application has no such component
   * @throws PlacementException when this process cannot offer the placement
   * @throws dev.heddle.core.sandbox.SandboxException when the component cannot be made ready
   */
  public void prepare(String component, Placement placement, Set<String> among) {
    placements.makeReady(router, named.apply(component), placement, among);
  }

  /**
   * Puts a placement table in force, if it is newer than the one that is. Calls that have begun end
   * where they began. A process that helps another runs a component as it is configured to, unless
   * the table names other replicas for it.
   *
   * @param process what this process is called in the table
   */
  public void adopt(PlacementTable table, String process) {
    placements.adopt(router, table, process);
  }

  /**
   * Calls replicas at these addresses, beside those that are configured, and at no others but those
   * that take calls still.
   */
  public void reach(Set<ReplicaAddress> addresses) {
    replicas.ifPresent(known -> known.reach(addresses));
  }
}
