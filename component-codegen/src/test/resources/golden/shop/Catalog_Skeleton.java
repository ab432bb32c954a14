package shop;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link Catalog}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class Catalog_Skeleton implements Skeleton {
  private final Catalog implementation;

  Catalog_Skeleton(Catalog implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> search(request, response);
      case 1 -> names(request, response);
      case 2 -> find(request, response);
      default -> throw new MalformedMessageException("ProductCatalog has no method " + method);
    }
  }

  private void search(ProtoReader request, ProtoWriter response) {
    Catalog_Stub.Search call = Catalog_Codec.readSearchRequest(request);
    int size = response.size();
    try {
      Catalog_Codec.writeSearchResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("search", undeclared, size, response);
    }
  }

  private void names(ProtoReader request, ProtoWriter response) {
    Catalog_Stub.Names call = Catalog_Codec.readNamesRequest(request);
    int size = response.size();
    try {
      Catalog_Codec.writeNamesResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("names", undeclared, size, response);
    }
  }

  private void find(ProtoReader request, ProtoWriter response) {
    Catalog_Stub.Find call = Catalog_Codec.readFindRequest(request);
    int size = response.size();
    try {
      Catalog_Codec.writeFindResponse(response, call.invoke(implementation));
    } catch (Throwable undeclared) {
      fail("find", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("ProductCatalog", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
