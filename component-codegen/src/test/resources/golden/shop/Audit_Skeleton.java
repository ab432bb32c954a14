package shop;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Audit}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Audit_Skeleton implements Skeleton {
  private final Audit implementation;

  Audit_Skeleton(Audit implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> note(request, response);
      case 1 -> noted(request, response);
      case 2 -> check(request, response);
      default -> throw new MalformedMessageException("Audit has no method " + method);
    }
  }

  private void note(ProtoReader request, ProtoWriter response) {
    Audit_Stub.Note call = Audit_Codec.readNoteRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("note", undeclared, size, response);
    }
  }

  private void noted(ProtoReader request, ProtoWriter response) {
    Audit_Stub.Noted call = Audit_Codec.readNotedRequest(request);
    int size = response.size();
    try {
      Audit_Codec.writeNotedResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("noted", undeclared, size, response);
    }
  }

  private void check(ProtoReader request, ProtoWriter response) {
    Audit_Stub.Check call = Audit_Codec.readCheckRequest(request);
    int size = response.size();
    try {
      try {
        call.invoke(implementation);
      } catch (CartFull declared) {
        Audit_Codec.writeCheckResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("check", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("Audit", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
