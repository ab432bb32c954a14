package dev.heddle.core.remote;

/**
 * One replica, as the policy sees it.
 *
 * @param name what stands for it in the choice by routing key: the same after a restart
 */
record Replica(String name, ReplicaConnection connection, ReplicaHealth health) {

  /** What the process is called, or where it is to listen while that is unknown. */
  String process() {
    return connection.view().identity().map(ProcessIdentity::process).orElse(name);
  }

  /** Whether it takes calls, as far as it says. */
  boolean ready() {
    return connection.view().state() == ReplicaView.State.READY;
  }

  /** Whether it takes calls to a component or a capability, as far as it says. */
  boolean offers(String name) {
    ReplicaView view = connection.view();
    return view.state() == ReplicaView.State.READY && view.components().contains(name);
  }
}
