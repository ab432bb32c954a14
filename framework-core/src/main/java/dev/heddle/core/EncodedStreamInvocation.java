package dev.heddle.core;

import dev.heddle.component.ValueStream;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ElementCodec;
import dev.heddle.component.spi.EncodedStream;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.StreamInvocation;
import dev.heddle.component.spi.StreamWrapper;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;

/**
 * A call with a stream whose caller has messages and wants messages: one that comes out of a
 * sandbox.
 */
final class EncodedStreamInvocation<C>
    implements StreamInvocation<C, EncodedStreamInvocation.Result> {

  /** What the call came to: a stream of messages, or else its response message. */
  record Result(Optional<ValueStream<byte[]>> stream, byte[] response) {
    private static final byte[] NONE = {};

    static Result of(ValueStream<byte[]> stream) {
      return new Result(Optional.of(stream), NONE);
    }
  }

  /** A method that returns a stream returned none: its response tells of a failure. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient byte[] response;

    Failed(byte[] response) {
      super("the call failed", null, false, false);
      this.response = response;
    }

    byte[] response() {
      return response;
    }
  }

  private final ComponentDescriptor<C> callee;
  private final MethodDescriptor method;
  private final byte[] request;
  private final ValueStream<byte[]> taken;
  private final WireLimits limits;

  EncodedStreamInvocation(
      ComponentDescriptor<C> callee,
      MethodDescriptor method,
      byte[] request,
      ValueStream<byte[]> taken,
      WireLimits limits) {
    this.callee = callee;
    this.method = method;
    this.request = request;
    this.taken = taken;
    this.limits = limits;
  }

  @Override
  public MethodDescriptor method() {
    return method;
  }

  @Override
  public Result invoke(C implementation) throws Failed {
    ProtoWriter response = new ProtoWriter(limits);
    Optional<OutgoingMessages> returned =
        callee
            .skeleton(implementation)
            .open(method.index(), new ProtoReader(request, limits), incoming(), response);
    return returned.isPresent()
        ? Result.of(EncodedStreams.values(returned.orElseThrow(), limits))
        : ended(response.toByteArray());
  }

  @Override
  public void writeRequest(ProtoWriter writer) {
    writer.encoded(request);
  }

  @Override
  public OutgoingMessages requests() {
    return method.streams().taken()
        ? new EncodedStream<>(taken, new Messages(callee.name(), method.name()))
        : OutgoingMessages.NONE;
  }

  @Override
  public Result readResponse(ProtoReader response) throws Failed {
    return ended(response.rest());
  }

  @Override
  public Result responses(IncomingMessages messages) {
    return Result.of(
        ValueStream.generate(() -> messages.read().map(ProtoReader::rest), messages::close));
  }

  @Override
  public StreamInvocation<C, Result> taking(StreamWrapper wrapper) {
    if (!method.streams().taken()) return this;
    return new EncodedStreamInvocation<>(callee, method, request, wrapper.wrap(taken), limits);
  }

  @Override
  public Result giving(Result result, StreamWrapper wrapper) {
    return result.stream().isPresent()
        ? Result.of(wrapper.wrap(result.stream().orElseThrow()))
        : result;
  }

  @Override
  public boolean declares(Throwable failure) {
    return failure instanceof Failed;
  }

  private Result ended(byte[] response) throws Failed {
    if (method.streams().returned()) throw new Failed(response);
    return new Result(Optional.empty(), response);
  }

  private IncomingMessages incoming() {
    return new IncomingMessages() {
      @Override
      public Optional<ProtoReader> read() {
        return taken.hasNext()
            ? Optional.of(new ProtoReader(taken.next(), limits))
            : Optional.empty();
      }

      @Override
      public void close() {
        taken.close();
      }
    };
  }

  /** Elements that are messages already. */
  private record Messages(String component, String method) implements ElementCodec<byte[]> {
    @Override
    public void write(ProtoWriter message, byte[] element) {
      message.encoded(element);
    }

    @Override
    public void fail(ProtoWriter message, Throwable failure) {
      Failures.fail(message, component, method, failure);
    }

    @Override
    public byte[] read(ProtoReader message) {
      return message.rest();
    }
  }
}
