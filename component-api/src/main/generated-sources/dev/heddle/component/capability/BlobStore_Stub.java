package dev.heddle.component.capability;

import dev.heddle.component.spi.CallCounter;
import dev.heddle.component.spi.Edge;
import dev.heddle.component.spi.Invocation;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/**
 * The caller's side of {@link BlobStore}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class BlobStore_Stub implements BlobStore {
  private final Edge<BlobStore> edge;
  private final CallCounter getCounter;
  private final CallCounter putCounter;
  private final CallCounter deleteCounter;
  private final CallCounter listCounter;
  private volatile @Nullable BlobStore getUncounted;
  private volatile @Nullable BlobStore putUncounted;
  private volatile @Nullable BlobStore deleteUncounted;
  private volatile @Nullable BlobStore listUncounted;
  volatile @Nullable BlobStore local;

  BlobStore_Stub(Edge<BlobStore> edge) {
    this.edge = edge;
    this.getCounter = edge.counter(BlobStore_Descriptor.GET);
    this.putCounter = edge.counter(BlobStore_Descriptor.PUT);
    this.deleteCounter = edge.counter(BlobStore_Descriptor.DELETE);
    this.listCounter = edge.counter(BlobStore_Descriptor.LIST);
  }

  void callUncounted(int method, @Nullable BlobStore local) {
    switch (method) {
      case 0 -> getUncounted = local;
      case 1 -> putUncounted = local;
      case 2 -> deleteUncounted = local;
      case 3 -> listUncounted = local;
      default -> throw new IllegalArgumentException("BlobStore has no method " + method);
    }
  }

  @Override
  public Optional<BlobStore.Blob> get(String key) throws BlobStoreException {
    BlobStore local = getUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return getLeaving(key);
      }
      begun = getCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.get(key);
    } catch (BlobStoreException declared) {
      throw getCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw getCounter.undeclared(undeclared);
    } finally {
      getCounter.end(begun);
    }
  }

  private Optional<BlobStore.Blob> getLeaving(String key) throws BlobStoreException {
    try {
      return edge.call(new Get(key));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what BlobStore.get does not declare", unexpected);
    }
  }

  @Override
  public void put(String key, BlobStore.Blob blob) throws BlobStoreException {
    BlobStore local = putUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        putLeaving(key, blob);
        return;
      }
      begun = putCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.put(key, blob);
      return;
    } catch (BlobStoreException declared) {
      throw putCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw putCounter.undeclared(undeclared);
    } finally {
      putCounter.end(begun);
    }
  }

  private void putLeaving(String key, BlobStore.Blob blob) throws BlobStoreException {
    try {
      edge.call(new Put(key, blob));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what BlobStore.put does not declare", unexpected);
    }
  }

  @Override
  public boolean delete(String key) throws BlobStoreException {
    BlobStore local = deleteUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return deleteLeaving(key);
      }
      begun = deleteCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.delete(key);
    } catch (BlobStoreException declared) {
      throw deleteCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw deleteCounter.undeclared(undeclared);
    } finally {
      deleteCounter.end(begun);
    }
  }

  private boolean deleteLeaving(String key) throws BlobStoreException {
    try {
      return edge.call(new Delete(key));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what BlobStore.delete does not declare", unexpected);
    }
  }

  @Override
  public List<String> list(String prefix, String after, int limit) throws BlobStoreException {
    BlobStore local = listUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return listLeaving(prefix, after, limit);
      }
      begun = listCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.list(prefix, after, limit);
    } catch (BlobStoreException declared) {
      throw listCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw listCounter.undeclared(undeclared);
    } finally {
      listCounter.end(begun);
    }
  }

  private List<String> listLeaving(
      String prefix, String after, int limit) throws BlobStoreException {
    try {
      return edge.call(new ListCall(prefix, after, limit));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what BlobStore.list does not declare", unexpected);
    }
  }

  /** A call of {@code get}, which is also its request message. */
  record Get(String key) implements Invocation<BlobStore, Optional<BlobStore.Blob>> {

    @Override
    public MethodDescriptor method() {
      return BlobStore_Descriptor.GET;
    }

    @Override
    public Optional<BlobStore.Blob> invoke(BlobStore implementation) throws BlobStoreException {
      return implementation.get(key);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      BlobStore_Codec.writeGetRequest(request, this);
    }

    @Override
    public Optional<BlobStore.Blob> readResponse(ProtoReader response) throws BlobStoreException {
      return BlobStore_Codec.readGetResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof BlobStoreException;
    }
  }

  /** A call of {@code put}, which is also its request message. */
  record Put(String key, BlobStore.Blob blob) implements Invocation<BlobStore, Void> {

    @Override
    public MethodDescriptor method() {
      return BlobStore_Descriptor.PUT;
    }

    @Override
    public Void invoke(BlobStore implementation) throws BlobStoreException {
      implementation.put(key, blob);
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      BlobStore_Codec.writePutRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) throws BlobStoreException {
      BlobStore_Codec.readPutResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof BlobStoreException;
    }
  }

  /** A call of {@code delete}, which is also its request message. */
  record Delete(String key) implements Invocation<BlobStore, Boolean> {

    @Override
    public MethodDescriptor method() {
      return BlobStore_Descriptor.DELETE;
    }

    @Override
    public Boolean invoke(BlobStore implementation) throws BlobStoreException {
      return implementation.delete(key);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      BlobStore_Codec.writeDeleteRequest(request, this);
    }

    @Override
    public Boolean readResponse(ProtoReader response) throws BlobStoreException {
      return BlobStore_Codec.readDeleteResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof BlobStoreException;
    }
  }

  /** A call of {@code list}, which is also its request message. */
  record ListCall(String prefix, String after, int limit)
      implements Invocation<BlobStore, List<String>> {

    @Override
    public MethodDescriptor method() {
      return BlobStore_Descriptor.LIST;
    }

    @Override
    public List<String> invoke(BlobStore implementation) throws BlobStoreException {
      return implementation.list(prefix, after, limit);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      BlobStore_Codec.writeListRequest(request, this);
    }

    @Override
    public List<String> readResponse(ProtoReader response) throws BlobStoreException {
      return BlobStore_Codec.readListResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof BlobStoreException;
    }
  }
}
