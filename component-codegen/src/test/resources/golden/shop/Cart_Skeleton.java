package shop;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Cart}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Cart_Skeleton implements Skeleton {
  private final Cart implementation;

  Cart_Skeleton(Cart implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> add(request, response);
      case 1 -> get(request, response);
      case 2 -> clear(request, response);
      case 3 -> sign(request, response);
      case 4 -> size(request, response);
      default -> throw new MalformedMessageException("Cart has no method " + method);
    }
  }

  private void add(ProtoReader request, ProtoWriter response) {
    Cart_Stub.Add call = Cart_Codec.readAddRequest(request);
    int size = response.size();
    try {
      try {
        Cart_Codec.writeAddResponse(response, call.invoke(implementation));
      } catch (CartFull declared) {
        Cart_Codec.writeAddResponse(response, declared);
      } catch (NoSuchProduct declared) {
        Cart_Codec.writeAddResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("add", undeclared, size, response);
    }
  }

  private void get(ProtoReader request, ProtoWriter response) {
    Cart_Stub.Get call = Cart_Codec.readGetRequest(request);
    int size = response.size();
    try {
      Cart_Codec.writeGetResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("get", undeclared, size, response);
    }
  }

  private void clear(ProtoReader request, ProtoWriter response) {
    Cart_Stub.Clear call = Cart_Codec.readClearRequest(request);
    int size = response.size();
    try {
      call.invoke(implementation);
    } catch (Throwable undeclared) {
      fail("clear", undeclared, size, response);
    }
  }

  private void sign(ProtoReader request, ProtoWriter response) {
    Cart_Stub.Sign call = Cart_Codec.readSignRequest(request);
    int size = response.size();
    try {
      Cart_Codec.writeSignResponse(response, implementation.sign(call.document()));
    } catch (Throwable undeclared) {
      fail("sign", undeclared, size, response);
    }
  }

  private void size(ProtoReader request, ProtoWriter response) {
    Cart_Stub.Size call = Cart_Codec.readSizeRequest(request);
    int size = response.size();
    try {
      Cart_Codec.writeSizeResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("size", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("Cart", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
