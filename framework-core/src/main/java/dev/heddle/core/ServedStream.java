package dev.heddle.core;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A call with a stream that came from another process; each of its steps is part of its request.
 */
final class ServedStream implements GuestCall {
  private final RunningServedCall<?> served;
  private final Optional<Requests.Part> part;
  private Optional<GuestCall> opened = Optional.empty();
  private boolean over;

  private ServedStream(RunningServedCall<?> served, Optional<Requests.Part> part) {
    this.served = served;
    this.part = part;
  }

  /** Begins the call. */
  static GuestCall open(
      RunningServedCall<?> served, IncomingMessages requests, Optional<Requests.Part> part) {
    ServedStream stream = new ServedStream(served, part);
    try {
      GuestCall made = stream.step(() -> served.stream(new Taken(requests)));
      stream.opened = Optional.of(made);
      if (made.response().isPresent()) stream.end();
      return stream;
    } catch (Throwable failure) {
      stream.end();
      throw failure;
    }
  }

  @Override
  public Optional<byte[]> response() {
    return opened.flatMap(GuestCall::response);
  }

  @Override
  public Optional<byte[]> next() {
    if (over) return Optional.empty();
    Optional<byte[]> next = step(() -> opened.orElseThrow().next());
    if (next.isEmpty()) end();
    return next;
  }

  @Override
  public void close() {
    if (over) return;
    try {
      step(
          () -> {
            opened.orElseThrow().close();
            return true;
          });
    } finally {
      end();
    }
  }

  private void end() {
    if (over) return;
    over = true;
    try {
      part.ifPresent(Requests.Part::end);
    } finally {
      served.end();
    }
  }

  private <R> R step(Supplier<R> body) {
    return part.isPresent() ? part.get().step(body::get) : body.get();
  }

  /** What the caller sends, as the callee's messages. */
  private record Taken(IncomingMessages requests) implements OutgoingMessages {
    @Override
    public boolean write(ProtoWriter message) {
      Optional<ProtoReader> next = requests.read();
      next.ifPresent(read -> message.encoded(read.rest()));
      return next.isPresent();
    }

    @Override
    public void close() {
      requests.close();
    }
  }
}
