package dev.heddle.core;

import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;

/** Messages of a stream on their way through bytes. For one thread at a time. */
final class CopiedMessages implements IncomingMessages {
  private final OutgoingMessages messages;
  private final WireLimits limits;
  private final MethodCalls calls;
  private final ProtoWriter writer;

  CopiedMessages(OutgoingMessages messages, WireLimits limits, MethodCalls calls) {
    this.messages = messages;
    this.limits = limits;
    this.calls = calls;
    this.writer = new ProtoWriter(limits);
  }

  @Override
  public Optional<ProtoReader> read() {
    writer.reset();
    if (!messages.write(writer)) return Optional.empty();
    byte[] message = writer.toByteArray();
    calls.encoded(message.length);
    return Optional.of(new ProtoReader(message, limits));
  }

  @Override
  public void close() {
    messages.close();
  }
}
