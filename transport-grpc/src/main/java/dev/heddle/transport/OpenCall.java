package dev.heddle.transport;

import dev.heddle.core.remote.OutgoingCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call that a replica was asked for. */
abstract sealed class OpenCall extends CallTable.Entry permits PendingCall, PendingStream {

  /** How a call ended. */
  sealed interface Outcome {}

  /** With an answer. */
  record Answered(byte[] response) implements Outcome {}

  /** Without one, for the reason that its thread throws. */
  record Failed(RuntimeException failure) implements Outcome {}

  /** Because its request was stopped. */
  record Stopped() implements Outcome {}

  private final OutgoingCall call;
  private long round;
  private @Nullable Assembly incoming;

  OpenCall(OutgoingCall call) {
    this.call = call;
  }

  /** Ends it, unless it has ended. */
  abstract void end(Outcome how);

  /** Whether the next message is the answer, and ends the call. */
  abstract boolean answered();

  /** Takes a message that has come whole. */
  abstract void arrived(byte[] message);

  final OutgoingCall call() {
    return call;
  }

  /** The round of the outbox that its request leaves with. */
  final long round() {
    return round;
  }

  final void round(long number) {
    round = number;
  }

  /** Notes a message that comes in chunks, or that it is whole. */
  final void incoming(@Nullable Assembly message) {
    incoming = message;
  }

  /** The message that comes in chunks, if one does. */
  final @Nullable Assembly incoming() {
    return incoming;
  }

  /** Adds the calls that were made behind this one to the request's trail. */
  final void trail(List<String> lines) {
    if (lines.isEmpty()) return;
    call.context()
        .flatMap(context -> context.trail())
        .ifPresent(trail -> lines.forEach(trail::add));
  }

  /** Whether its request was stopped. */
  final boolean stopped() {
    return call.context().isPresent() && call.context().get().stopped();
  }
}
