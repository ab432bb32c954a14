package dev.heddle.transport;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.OutgoingCall;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call with streams. While its thread waits for the replica, it also makes the elements that the
 * replica asks for: nothing of the caller's runs on another thread.
 */
final class PendingStream extends OpenCall implements GuestCall {
  private static final Logger LOG = LoggerFactory.getLogger(PendingStream.class);

  private final CallerTunnel tunnel;
  private final OutgoingMessages requests;
  private final ProtoWriter writer;
  private final ElementFlow flow = new ElementFlow();
  private final AtomicReference<Optional<Outcome>> outcome =
      new AtomicReference<>(Optional.empty());
  private Optional<byte[]> response = Optional.empty();
  private boolean giving;
  private boolean over;

  PendingStream(
      CallerTunnel tunnel, OutgoingCall call, OutgoingMessages requests, WireLimits limits) {
    super(call);
    this.tunnel = tunnel;
    this.requests = requests;
    this.writer = new ProtoWriter(limits);
    this.giving = call.method().streams().taken();
  }

  /** What the replica has to say of its elements; for the event loop. */
  ElementFlow flow() {
    return flow;
  }

  @Override
  void end(Outcome how) {
    if (outcome.compareAndSet(Optional.empty(), Optional.of(how))) flow.stop();
  }

  @Override
  boolean answered() {
    return !flow.opened();
  }

  @Override
  void arrived(byte[] message) {
    if (flow.opened()) flow.arrive(message);
    else end(new Answered(message));
  }

  /** Waits, once the call was sent, until the replica has answered or returned a stream. */
  void open() {
    if (await(true) == ElementFlow.Turn.STOPPED) {
      finish();
      response = Optional.of(answer());
    }
  }

  @Override
  public Optional<byte[]> response() {
    return response;
  }

  @Override
  public Optional<byte[]> next() {
    if (over) return Optional.empty();
    return switch (await(false)) {
      case ARRIVED -> Optional.of(flow.take());
      case STOPPED -> {
        finish();
        answer();
        yield Optional.empty();
      }
      default -> {
        finish();
        yield Optional.empty();
      }
    };
  }

  @Override
  public void close() {
    if (over) return;
    tunnel.stop(this, new Failed(cancelled("the stream was closed")));
    finish();
  }

  /** Waits for the replica's stream or its next element, and meanwhile serves what it asks for. */
  private ElementFlow.Turn await(boolean opening) {
    try {
      while (true) {
        int ask = opening ? 0 : flow.ask();
        if (ask > 0) tunnel.next(id(), ask);
        ElementFlow.Turn turn = flow.await(opening, !opening, giving);
        switch (turn) {
          case DEMANDED -> give();
          case UNWANTED -> finishGiving();
          default -> {
            return turn;
          }
        }
      }
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      Failed interrupted = new Failed(cancelled("the calling thread was interrupted"));
      tunnel.stop(this, interrupted);
      end(interrupted);
      return ElementFlow.Turn.STOPPED;
    }
  }

  private void give() throws InterruptedException {
    writer.reset();
    if (requests.write(writer)) {
      tunnel.element(this, writer.toByteArray());
    } else {
      giving = false;
      tunnel.complete(this);
    }
  }

  private byte[] answer() {
    return switch (outcome.get().orElseThrow()) {
      case Answered answered -> answered.response();
      case Failed failed -> throw failed.failure();
      case Stopped stopped -> throw CallerTunnel.stopped(call());
    };
  }

  private ComponentCancelledException cancelled(String why) {
    return new ComponentCancelledException(call().component().name(), call().method().name(), why);
  }

  private void finish() {
    over = true;
    finishGiving();
  }

  private void finishGiving() {
    giving = false;
    try {
      requests.close();
    } catch (RuntimeException failure) {
      LOG.warn("The end of a stream for {} failed", call().component().name(), failure);
    }
  }
}
