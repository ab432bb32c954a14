package dev.heddle.core;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;

/** The messages of a stream that a component in a sandbox returns. For one thread at a time. */
final class GuestResponses implements IncomingMessages {
  private final GuestCall call;
  private final WireLimits limits;
  private final MethodCalls calls;

  GuestResponses(GuestCall call, WireLimits limits, MethodCalls calls) {
    this.call = call;
    this.limits = limits;
    this.calls = calls;
  }

  @Override
  public Optional<ProtoReader> read() {
    Optional<byte[]> message = call.next();
    message.ifPresent(it -> calls.encoded(it.length));
    return message.map(it -> new ProtoReader(it, limits));
  }

  @Override
  public void close() {
    call.close();
  }
}
