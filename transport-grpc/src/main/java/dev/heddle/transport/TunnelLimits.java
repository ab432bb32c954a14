package dev.heddle.transport;

import java.time.Duration;

/** Bounds of the tunnel, the same for all processes of a revision. */
final class TunnelLimits {
  /** Version of the protocol. */
  static final int PROTOCOL = 1;

  /** The largest request or response that goes in one frame. */
  static final int WHOLE_BYTES = 64 * 1024;

  /** The largest part of a larger one. */
  static final int CHUNK_BYTES = 32 * 1024;

  /** How much of one may be on its way. */
  static final int CREDIT_BYTES = 256 * 1024;

  /** How many larger ones may be on their way in one direction. */
  static final int TRANSFERS = 64;

  /** What may wait to be sent before callers have to wait too. */
  static final int OUTBOX_BYTES = 1024 * 1024;

  /** The longest message of frames that is taken in: a full outbox and one more frame. */
  static final int BATCH_BYTES = 2 * 1024 * 1024;

  /** Calls at a time. */
  static final int CALLS = 10_000;

  /** Edges of a tunnel. */
  static final int EDGES = 10_000;

  /** Bytes of a name, and characters of a message for a person. */
  static final int NAME_BYTES = 1024;

  /** Calls that a reply tells of. */
  static final int TRAIL_LINES = 1_000;

  /** How long a replica may take to answer a hello. */
  static final Duration WELCOME = Duration.ofSeconds(5);

  private TunnelLimits() {}
}
