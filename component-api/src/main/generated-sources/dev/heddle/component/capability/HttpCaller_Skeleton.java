package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link HttpCaller}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class HttpCaller_Skeleton implements Skeleton {
  private final HttpCaller implementation;

  HttpCaller_Skeleton(HttpCaller implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> call(request, response);
      default -> throw new MalformedMessageException("HttpCaller has no method " + method);
    }
  }

  private void call(ProtoReader request, ProtoWriter response) {
    HttpCaller_Stub.Call call = HttpCaller_Codec.readCallRequest(request);
    int size = response.size();
    try {
      try {
        HttpCaller_Codec.writeCallResponse(response, call.invoke(implementation));
      } catch (HttpCallException declared) {
        HttpCaller_Codec.writeCallResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("call", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("HttpCaller", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
