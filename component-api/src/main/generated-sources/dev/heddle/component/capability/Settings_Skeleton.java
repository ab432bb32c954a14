package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Settings}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Settings_Skeleton implements Skeleton {
  private final Settings implementation;

  Settings_Skeleton(Settings implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> get(request, response);
      case 1 -> all(request, response);
      default -> throw new MalformedMessageException("Settings has no method " + method);
    }
  }

  private void get(ProtoReader request, ProtoWriter response) {
    Settings_Stub.Get call = Settings_Codec.readGetRequest(request);
    int size = response.size();
    try {
      Settings_Codec.writeGetResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("get", undeclared, size, response);
    }
  }

  private void all(ProtoReader request, ProtoWriter response) {
    Settings_Stub.All call = Settings_Codec.readAllRequest(request);
    int size = response.size();
    try {
      Settings_Codec.writeAllResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("all", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("Settings", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
