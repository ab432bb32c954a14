package shop;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.DecodedStream;
import dev.heddle.component.spi.EncodedStream;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.IncomingMessages;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Archive}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Archive_Skeleton implements Skeleton {
  private final Archive implementation;

  Archive_Skeleton(Archive implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 4 -> size(request, response);
      default -> throw new MalformedMessageException("Archive has no method " + method);
    }
  }

  @Override
  public Optional<OutgoingMessages> open(
      int method, ProtoReader request, IncomingMessages requests, ProtoWriter response) {
    return switch (method) {
      case 0 -> carts(request, requests, response);
      case 1 -> store(request, requests, response);
      case 2 -> forget(request, requests, response);
      case 3 -> count(request, requests, response);
      default ->
          throw new MalformedMessageException(
              "Archive has no method " + method + " with a stream");
    };
  }

  private Optional<OutgoingMessages> carts(
      ProtoReader request, IncomingMessages requests, ProtoWriter response) {
    Archive_Stub.Carts call =
        Archive_Codec.readCartsRequest(request);
    int size = response.size();
    try {
      try {
        return Optional.of(
            new EncodedStream<>(call.invoke(implementation), Archive_Codec.CARTS_RESPONSES));
      } catch (CartFull declared) {
        Archive_Codec.writeCartsResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("carts", undeclared, size, response);
    }
    return Optional.empty();
  }

  private Optional<OutgoingMessages> store(
      ProtoReader request, IncomingMessages requests, ProtoWriter response) {
    Archive_Stub.Store call =
        Archive_Codec.readStoreRequest(
            request, DecodedStream.of(requests, Archive_Codec.STORE_REQUESTS));
    int size = response.size();
    try {
      try {
        Archive_Codec.writeStoreResponse(response, call.invoke(implementation));
      } catch (CartFull declared) {
        Archive_Codec.writeStoreResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("store", undeclared, size, response);
    }
    return Optional.empty();
  }

  private Optional<OutgoingMessages> forget(
      ProtoReader request, IncomingMessages requests, ProtoWriter response) {
    Archive_Stub.Forget call =
        Archive_Codec.readForgetRequest(
            request, DecodedStream.of(requests, Archive_Codec.FORGET_REQUESTS));
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("forget", undeclared, size, response);
    }
    return Optional.empty();
  }

  private Optional<OutgoingMessages> count(
      ProtoReader request, IncomingMessages requests, ProtoWriter response) {
    Archive_Stub.Count call =
        Archive_Codec.readCountRequest(
            request, DecodedStream.of(requests, Archive_Codec.COUNT_REQUESTS));
    int size = response.size();
    try {
      return Optional.of(
          new EncodedStream<>(call.invoke(implementation), Archive_Codec.COUNT_RESPONSES));
    } catch (Throwable undeclared) {
      fail("count", undeclared, size, response);
    }
    return Optional.empty();
  }

  private void size(ProtoReader request, ProtoWriter response) {
    Archive_Stub.Size call = Archive_Codec.readSizeRequest(request);
    int size = response.size();
    try {
      Archive_Codec.writeSizeResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("size", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("Archive", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
