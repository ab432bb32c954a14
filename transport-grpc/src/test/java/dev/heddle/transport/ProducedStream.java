package dev.heddle.transport;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.core.remote.IncomingCall;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** What a component answers to a call with streams. */
final class ProducedStream implements GuestCall {
  private final Optional<byte[]> response;
  private final OutgoingMessages messages;
  private final ProtoWriter writer = new ProtoWriter(TestCalls.LARGE);
  final AtomicInteger produced = new AtomicInteger();
  final CountDownLatch closed = new CountDownLatch(1);

  ProducedStream(Optional<byte[]> response, OutgoingMessages messages) {
    this.response = response;
    this.messages = messages;
  }

  static ProducedStream open(Skeleton skeleton, IncomingCall call, IncomingMessages requests) {
    ProtoWriter response = new ProtoWriter(TestCalls.LARGE);
    Optional<OutgoingMessages> messages =
        skeleton.open(
            call.method().index(),
            new ProtoReader(call.request(), TestCalls.LARGE),
            requests,
            response);
    return new ProducedStream(
        messages.isPresent() ? Optional.empty() : Optional.of(response.toByteArray()),
        messages.orElse(OutgoingMessages.NONE));
  }

  @Override
  public Optional<byte[]> response() {
    return response;
  }

  @Override
  public Optional<byte[]> next() {
    writer.reset();
    if (!messages.write(writer)) return Optional.empty();
    produced.incrementAndGet();
    return Optional.of(writer.toByteArray());
  }

  @Override
  public void close() {
    messages.close();
    closed.countDown();
  }
}
