package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Secrets}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Secrets_Skeleton implements Skeleton {
  private final Secrets implementation;

  Secrets_Skeleton(Secrets implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> get(request, response);
      default -> throw new MalformedMessageException("Secrets has no method " + method);
    }
  }

  private void get(ProtoReader request, ProtoWriter response) {
    Secrets_Stub.Get call = Secrets_Codec.readGetRequest(request);
    int size = response.size();
    try {
      try {
        Secrets_Codec.writeGetResponse(response, call.invoke(implementation));
      } catch (SecretUnreadableException declared) {
        Secrets_Codec.writeGetResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("get", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("Secrets", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
