package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.core.remote.ReplicaView;

/** Whether a server takes calls. */
enum ServerState {
  STARTING(1, ReplicaView.State.STARTING),
  READY(2, ReplicaView.State.READY),
  DRAINING(3, ReplicaView.State.DRAINING);

  private final int number;
  private final ReplicaView.State seen;

  ServerState(int number, ReplicaView.State seen) {
    this.number = number;
    this.seen = seen;
  }

  /** Its number on the wire. */
  int number() {
    return number;
  }

  /** What a caller sees. */
  ReplicaView.State seen() {
    return seen;
  }

  static ServerState of(int number) {
    for (ServerState state : values()) {
      if (state.number == number) return state;
    }
    throw new MalformedMessageException("a state " + number);
  }
}
