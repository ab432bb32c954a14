package dev.heddle.component.spi;

import dev.heddle.component.ComponentException;
import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link EncodedEventPublisher}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class EncodedEventPublisher_Skeleton implements Skeleton {
  private final EncodedEventPublisher implementation;

  EncodedEventPublisher_Skeleton(EncodedEventPublisher implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> publish(request, response);
      default -> throw new MalformedMessageException(
          "EncodedEventPublisher has no method " + method);
    }
  }

  private void publish(ProtoReader request, ProtoWriter response) {
    EncodedEventPublisher_Stub.Publish call =
        EncodedEventPublisher_Codec.readPublishRequest(request);
    int size = response.size();
    try {
      try {
        implementation.publish(call.key(), call.event());
      } catch (EventPublishException declared) {
        EncodedEventPublisher_Codec.writePublishResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("publish", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("EncodedEventPublisher", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
