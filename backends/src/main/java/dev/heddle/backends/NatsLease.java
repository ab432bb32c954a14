package dev.heddle.backends;

import io.nats.client.PublishOptions;
import io.nats.client.api.MessageInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/**
 * Which process delivers: the one whose message stands under the lease's subject. The server drops
 * it when it is not written anew in time, and lets it be written by who knows the last one alone.
 * One thread keeps it; any may ask.
 */
final class NatsLease {
  private final NatsConnection server;
  private final Duration length;
  private final byte[] holder =
      (ProcessHandle.current().pid() + " " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
  private long sequence;
  private volatile boolean holding;
  private volatile long confirmed;
  private volatile int term;

  NatsLease(NatsConnection server) {
    this.server = server;
    this.length = server.layout().settings().lease();
  }

  /** Whether no other process delivers, for certain. */
  boolean held() {
    return holding && System.nanoTime() - confirmed < length.toNanos();
  }

  /** How often it began to be held. */
  int term() {
    return term;
  }

  /**
   * Takes it or holds it longer; asks the server no more often than need be.
   *
   * @return whether it is held
   */
  boolean keep() {
    if (holding && System.nanoTime() - confirmed < length.toNanos() / 3) return true;
    // From before the question on: the server's time starts later than this.
    long asked = System.nanoTime();
    try {
      sequence = write(holding ? sequence : 0);
    } catch (NatsFailure failure) {
      if (!failure.overtaken()) throw failure;
      if (!isMine()) {
        holding = false;
        return false;
      }
    }
    confirmed = asked;
    if (!holding) term++;
    holding = true;
    return true;
  }

  private long write(long expected) {
    PublishOptions options = PublishOptions.builder().expectedLastSubjectSequence(expected).build();
    return server.call(
        "hold the lease on deliveries",
        it -> it.jetStream().publish(server.layout().leaseSubject(), holder, options).getSeqno());
  }

  /** Whether a write whose answer was lost was this one's; it is written again then. */
  private boolean isMine() {
    try {
      MessageInfo last =
          server.call(
              "read the lease on deliveries",
              it -> it.getLastMessage(server.layout().leases(), server.layout().leaseSubject()));
      if (!Arrays.equals(holder, last.getData())) return false;
      sequence = write(last.getSeq());
      return true;
    } catch (NatsFailure failure) {
      if (failure.notFound() || failure.overtaken()) return false;
      throw failure;
    }
  }

  /** Lets another process have it at once. */
  void release() {
    if (!holding) return;
    holding = false;
    boolean unused =
        server.call(
            "give the lease on deliveries back",
            it -> it.deleteMessage(server.layout().leases(), sequence));
  }
}
