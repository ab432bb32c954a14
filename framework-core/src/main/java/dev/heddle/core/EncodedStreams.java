package dev.heddle.core;

import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;

/** Calls with streams that come out of a sandbox, on their way along an edge. */
final class EncodedStreams {
  private EncodedStreams() {}

  /** Makes the call; whatever fails is told by messages. */
  static <C> GuestCall open(
      RouterEdge<C> edge,
      MethodDescriptor method,
      byte[] request,
      OutgoingMessages requests,
      WireLimits limits) {
    return open(
        edge::stream,
        new EncodedStreamInvocation<>(
            edge.callee(), method, request, values(requests, limits), limits),
        edge.callee().name(),
        limits);
  }

  /** Who makes a call with streams. */
  interface Way<C> {
    EncodedStreamInvocation.Result stream(EncodedStreamInvocation<C> invocation) throws Exception;
  }

  /** Makes a call; whatever fails is told by messages. */
  static <C> GuestCall open(
      Way<C> way, EncodedStreamInvocation<C> invocation, String component, WireLimits limits) {
    MethodDescriptor method = invocation.method();
    try {
      EncodedStreamInvocation.Result result = way.stream(invocation);
      if (result.stream().isEmpty()) return new Ended(result.response());
      return new Open(result.stream().orElseThrow(), component, method.name(), limits);
    } catch (EncodedStreamInvocation.Failed failed) {
      return new Ended(failed.response());
    } catch (Exception failure) {
      return new Ended(failure(component, method.name(), failure, limits));
    }
  }

  /** Messages that one side sends, as a stream. */
  static ValueStream<byte[]> values(OutgoingMessages messages, WireLimits limits) {
    ProtoWriter writer = new ProtoWriter(limits);
    return ValueStream.generate(
        () -> {
          writer.reset();
          return messages.write(writer) ? Optional.of(writer.toByteArray()) : Optional.empty();
        },
        messages::close);
  }

  private static byte[] failure(
      String component, String method, Exception failure, WireLimits limits) {
    ProtoWriter message = new ProtoWriter(limits);
    Failures.fail(message, component, method, failure);
    return message.toByteArray();
  }

  /** A call that has ended. */
  private record Ended(byte[] message) implements GuestCall {
    @Override
    public Optional<byte[]> response() {
      return Optional.of(message);
    }

    @Override
    public Optional<byte[]> next() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** A call that returned a stream. */
  private record Open(
      ValueStream<byte[]> stream, String component, String method, WireLimits limits)
      implements GuestCall {
    @Override
    public Optional<byte[]> response() {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> next() {
      try {
        return stream.hasNext() ? Optional.of(stream.next()) : Optional.empty();
      } catch (RuntimeException failure) {
        return Optional.of(failure(component, method, failure, limits));
      }
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
