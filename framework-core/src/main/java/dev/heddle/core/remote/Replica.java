package dev.heddle.core.remote;

/**
 * One replica, as the policy sees it.
 *
 * @param name what stands for it in the choice by routing key: the same after a restart
 */
record Replica(String name, ReplicaConnection connection, ReplicaHealth health) {

  /** Whether it takes calls to a component, as far as it says. */
  boolean offers(String component) {
    ReplicaView view = connection.view();
    return view.state() == ReplicaView.State.READY && view.components().contains(component);
  }
}
