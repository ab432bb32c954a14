package dev.heddle.component.capability;

import dev.heddle.component.ComponentException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.spi.Skeleton;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import javax.annotation.processing.Generated;

/** The callee's side of {@link KeyValueStore}: carries calls that arrive as bytes to it. */
@Generated("dev.heddle.codegen")
final class KeyValueStore_Skeleton implements Skeleton {
  private final KeyValueStore implementation;

  KeyValueStore_Skeleton(KeyValueStore implementation) {
    this.implementation = implementation;
  }

  @Override
  public void invoke(int method, ProtoReader request, ProtoWriter response) {
    switch (method) {
      case 0 -> get(request, response);
      case 1 -> put(request, response);
      case 2 -> delete(request, response);
      case 3 -> compareAndSet(request, response);
      case 4 -> list(request, response);
      default -> throw new MalformedMessageException("KeyValueStore has no method " + method);
    }
  }

  private void get(ProtoReader request, ProtoWriter response) {
    KeyValueStore_Stub.Get call = KeyValueStore_Codec.readGetRequest(request);
    int size = response.size();
    try {
      try {
        KeyValueStore_Codec.writeGetResponse(response, call.invoke(implementation));
      } catch (KeyValueStoreException declared) {
        KeyValueStore_Codec.writeGetResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("get", undeclared, size, response);
    }
  }

  private void put(ProtoReader request, ProtoWriter response) {
    KeyValueStore_Stub.Put call = KeyValueStore_Codec.readPutRequest(request);
    int size = response.size();
    try {
      try {
        implementation.put(call.key(), call.value());
      } catch (KeyValueStoreException declared) {
        KeyValueStore_Codec.writePutResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("put", undeclared, size, response);
    }
  }

  private void delete(ProtoReader request, ProtoWriter response) {
    KeyValueStore_Stub.Delete call = KeyValueStore_Codec.readDeleteRequest(request);
    int size = response.size();
    try {
      try {
        KeyValueStore_Codec.writeDeleteResponse(response, call.invoke(implementation));
      } catch (KeyValueStoreException declared) {
        KeyValueStore_Codec.writeDeleteResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("delete", undeclared, size, response);
    }
  }

  private void compareAndSet(ProtoReader request, ProtoWriter response) {
    KeyValueStore_Stub.CompareAndSet call = KeyValueStore_Codec.readCompareAndSetRequest(request);
    int size = response.size();
    try {
      try {
        KeyValueStore_Codec.writeCompareAndSetResponse(
            response, implementation.compareAndSet(call.key(), call.expected(), call.value()));
      } catch (KeyValueStoreException declared) {
        KeyValueStore_Codec.writeCompareAndSetResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("compareAndSet", undeclared, size, response);
    }
  }

  private void list(ProtoReader request, ProtoWriter response) {
    KeyValueStore_Stub.ListCall call = KeyValueStore_Codec.readListRequest(request);
    int size = response.size();
    try {
      try {
        KeyValueStore_Codec.writeListResponse(response, call.invoke(implementation));
      } catch (KeyValueStoreException declared) {
        KeyValueStore_Codec.writeListResponse(response, declared);
      }
    } catch (Throwable undeclared) {
      fail("list", undeclared, size, response);
    }
  }

  private static void fail(String method, Throwable failure, int size, ProtoWriter response) {
    ComponentException seen = Failures.undeclared("KeyValueStore", method, failure);
    response.rewind(size);
    int begun = response.begin();
    Failures.write(response, seen);
    response.end(Failures.FIELD, begun);
  }
}
