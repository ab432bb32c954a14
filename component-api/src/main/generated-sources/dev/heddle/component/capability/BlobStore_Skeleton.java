package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link BlobStore}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class BlobStore_Skeleton implements Skeleton {
  private final BlobStore implementation;

  BlobStore_Skeleton(BlobStore implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> get(request, response);
      case 1 -> put(request, response);
      case 2 -> delete(request, response);
      case 3 -> list(request, response);
      default -> throw new MalformedMessageException("BlobStore has no method " + method);
    }
  }

  private void get(ProtoReader request, ProtoWriter response) {
    BlobStore_Stub.Get call = BlobStore_Codec.readGetRequest(request);
    int size = response.size();
    try {
      try {
        BlobStore_Codec.writeGetResponse(response, call.invoke(implementation));
      } catch (BlobStoreException declared) {
        BlobStore_Codec.writeGetResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("get", undeclared, size, response);
    }
  }

  private void put(ProtoReader request, ProtoWriter response) {
    BlobStore_Stub.Put call = BlobStore_Codec.readPutRequest(request);
    int size = response.size();
    try {
      try {
        call.invoke(implementation);
      } catch (BlobStoreException declared) {
        BlobStore_Codec.writePutResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("put", undeclared, size, response);
    }
  }

  private void delete(ProtoReader request, ProtoWriter response) {
    BlobStore_Stub.Delete call = BlobStore_Codec.readDeleteRequest(request);
    int size = response.size();
    try {
      try {
        BlobStore_Codec.writeDeleteResponse(response, call.invoke(implementation));
      } catch (BlobStoreException declared) {
        BlobStore_Codec.writeDeleteResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("delete", undeclared, size, response);
    }
  }

  private void list(ProtoReader request, ProtoWriter response) {
    BlobStore_Stub.ListCall call = BlobStore_Codec.readListRequest(request);
    int size = response.size();
    try {
      try {
        BlobStore_Codec.writeListResponse(response, call.invoke(implementation));
      } catch (BlobStoreException declared) {
        BlobStore_Codec.writeListResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("list", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("BlobStore", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
