package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link RandomSource}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class RandomSource_Skeleton implements Skeleton {
  private final RandomSource implementation;

  RandomSource_Skeleton(RandomSource implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> nextLong(request, response);
      case 1 -> nextInt(request, response);
      case 2 -> nextBytes(request, response);
      case 3 -> nextUuid(request, response);
      default -> throw new MalformedMessageException("RandomSource has no method " + method);
    }
  }

  private void nextLong(ProtoReader request, ProtoWriter response) {
    RandomSource_Stub.NextLong call = RandomSource_Codec.readNextLongRequest(request);
    int size = response.size();
    try {
      RandomSource_Codec.writeNextLongResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("nextLong", undeclared, size, response);
    }
  }

  private void nextInt(ProtoReader request, ProtoWriter response) {
    RandomSource_Stub.NextInt call = RandomSource_Codec.readNextIntRequest(request);
    int size = response.size();
    try {
      RandomSource_Codec.writeNextIntResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("nextInt", undeclared, size, response);
    }
  }

  private void nextBytes(ProtoReader request, ProtoWriter response) {
    RandomSource_Stub.NextBytes call = RandomSource_Codec.readNextBytesRequest(request);
    int size = response.size();
    try {
      RandomSource_Codec.writeNextBytesResponse(response, implementation.nextBytes(call.count()));
    } catch (Throwable undeclared) {
      fail("nextBytes", undeclared, size, response);
    }
  }

  private void nextUuid(ProtoReader request, ProtoWriter response) {
    RandomSource_Stub.NextUuid call = RandomSource_Codec.readNextUuidRequest(request);
    int size = response.size();
    try {
      RandomSource_Codec.writeNextUuidResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("nextUuid", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("RandomSource", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
