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
 * The caller's side of {@link KeyValueStore}: calls it directly, or leaves that to an edge. Direct
 * calls are counted, except, most of the time, those of a method that is called very often.
 */
@Generated("dev.heddle.codegen")
final class KeyValueStore_Stub implements KeyValueStore {
  private final Edge<KeyValueStore> edge;
  private final CallCounter getCounter;
  private final CallCounter putCounter;
  private final CallCounter deleteCounter;
  private final CallCounter compareAndSetCounter;
  private final CallCounter listCounter;
  private volatile @Nullable KeyValueStore getUncounted;
  private volatile @Nullable KeyValueStore putUncounted;
  private volatile @Nullable KeyValueStore deleteUncounted;
  private volatile @Nullable KeyValueStore compareAndSetUncounted;
  private volatile @Nullable KeyValueStore listUncounted;
  volatile @Nullable KeyValueStore local;

  KeyValueStore_Stub(Edge<KeyValueStore> edge) {
    this.edge = edge;
    this.getCounter = edge.counter(KeyValueStore_Descriptor.GET);
    this.putCounter = edge.counter(KeyValueStore_Descriptor.PUT);
    this.deleteCounter = edge.counter(KeyValueStore_Descriptor.DELETE);
    this.compareAndSetCounter = edge.counter(KeyValueStore_Descriptor.COMPARE_AND_SET);
    this.listCounter = edge.counter(KeyValueStore_Descriptor.LIST);
  }

  void callUncounted(int method, @Nullable KeyValueStore local) {
    switch (method) {
      case 0 -> getUncounted = local;
      case 1 -> putUncounted = local;
      case 2 -> deleteUncounted = local;
      case 3 -> compareAndSetUncounted = local;
      case 4 -> listUncounted = local;
      default -> throw new IllegalArgumentException("KeyValueStore has no method " + method);
    }
  }

  @Override
  public Optional<byte[]> get(String key) throws KeyValueStoreException {
    KeyValueStore local = getUncounted;
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
    } catch (KeyValueStoreException declared) {
      throw getCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw getCounter.undeclared(undeclared);
    } finally {
      getCounter.end(begun);
    }
  }

  private Optional<byte[]> getLeaving(String key) throws KeyValueStoreException {
    try {
      return edge.call(new Get(key));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what KeyValueStore.get does not declare", unexpected);
    }
  }

  @Override
  public void put(String key, byte[] value) throws KeyValueStoreException {
    KeyValueStore local = putUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        putLeaving(key, value);
        return;
      }
      begun = putCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      local.put(key, value.clone());
      return;
    } catch (KeyValueStoreException declared) {
      throw putCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw putCounter.undeclared(undeclared);
    } finally {
      putCounter.end(begun);
    }
  }

  private void putLeaving(String key, byte[] value) throws KeyValueStoreException {
    try {
      edge.call(new Put(key, value));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError("an edge threw what KeyValueStore.put does not declare", unexpected);
    }
  }

  @Override
  public boolean delete(String key) throws KeyValueStoreException {
    KeyValueStore local = deleteUncounted;
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
    } catch (KeyValueStoreException declared) {
      throw deleteCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw deleteCounter.undeclared(undeclared);
    } finally {
      deleteCounter.end(begun);
    }
  }

  private boolean deleteLeaving(String key) throws KeyValueStoreException {
    try {
      return edge.call(new Delete(key));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what KeyValueStore.delete does not declare", unexpected);
    }
  }

  @Override
  public boolean compareAndSet(
      String key, Optional<byte[]> expected, byte[] value) throws KeyValueStoreException {
    KeyValueStore local = compareAndSetUncounted;
    long begun = CallCounter.NOT_TIMED;
    if (local == null) {
      local = this.local;
      if (local == null) {
        return compareAndSetLeaving(key, expected, value);
      }
      begun = compareAndSetCounter.begin();
    }
    // Counted or not, it is one call, so that the JVM sees how often it is made.
    try {
      return local.compareAndSet(key, expected, value.clone());
    } catch (KeyValueStoreException declared) {
      throw compareAndSetCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw compareAndSetCounter.undeclared(undeclared);
    } finally {
      compareAndSetCounter.end(begun);
    }
  }

  private boolean compareAndSetLeaving(
      String key, Optional<byte[]> expected, byte[] value) throws KeyValueStoreException {
    try {
      return edge.call(new CompareAndSet(key, expected, value));
    } catch (RuntimeException expected2) {
      throw expected2;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what KeyValueStore.compareAndSet does not declare", unexpected);
    }
  }

  @Override
  public List<String> list(String prefix, String after, int limit) throws KeyValueStoreException {
    KeyValueStore local = listUncounted;
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
    } catch (KeyValueStoreException declared) {
      throw listCounter.declared(declared);
    } catch (Throwable undeclared) {
      throw listCounter.undeclared(undeclared);
    } finally {
      listCounter.end(begun);
    }
  }

  private List<String> listLeaving(
      String prefix, String after, int limit) throws KeyValueStoreException {
    try {
      return edge.call(new ListCall(prefix, after, limit));
    } catch (RuntimeException expected) {
      throw expected;
    } catch (Exception unexpected) {
      throw new AssertionError(
          "an edge threw what KeyValueStore.list does not declare", unexpected);
    }
  }

  /** A call of {@code get}, which is also its request message. */
  record Get(String key) implements Invocation<KeyValueStore, Optional<byte[]>> {

    @Override
    public MethodDescriptor method() {
      return KeyValueStore_Descriptor.GET;
    }

    @Override
    public Optional<byte[]> invoke(KeyValueStore implementation) throws KeyValueStoreException {
      return implementation.get(key);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      KeyValueStore_Codec.writeGetRequest(request, this);
    }

    @Override
    public Optional<byte[]> readResponse(ProtoReader response) throws KeyValueStoreException {
      return KeyValueStore_Codec.readGetResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof KeyValueStoreException;
    }
  }

  /** A call of {@code put}, which is also its request message. */
  record Put(String key, byte[] value) implements Invocation<KeyValueStore, Void> {

    @Override
    public MethodDescriptor method() {
      return KeyValueStore_Descriptor.PUT;
    }

    @Override
    public Void invoke(KeyValueStore implementation) throws KeyValueStoreException {
      implementation.put(key, value.clone());
      return null;
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      KeyValueStore_Codec.writePutRequest(request, this);
    }

    @Override
    public Void readResponse(ProtoReader response) throws KeyValueStoreException {
      KeyValueStore_Codec.readPutResponse(response);
      return null;
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof KeyValueStoreException;
    }
  }

  /** A call of {@code delete}, which is also its request message. */
  record Delete(String key) implements Invocation<KeyValueStore, Boolean> {

    @Override
    public MethodDescriptor method() {
      return KeyValueStore_Descriptor.DELETE;
    }

    @Override
    public Boolean invoke(KeyValueStore implementation) throws KeyValueStoreException {
      return implementation.delete(key);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      KeyValueStore_Codec.writeDeleteRequest(request, this);
    }

    @Override
    public Boolean readResponse(ProtoReader response) throws KeyValueStoreException {
      return KeyValueStore_Codec.readDeleteResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof KeyValueStoreException;
    }
  }

  /** A call of {@code compareAndSet}, which is also its request message. */
  record CompareAndSet(String key, Optional<byte[]> expected, byte[] value)
      implements Invocation<KeyValueStore, Boolean> {

    @Override
    public MethodDescriptor method() {
      return KeyValueStore_Descriptor.COMPARE_AND_SET;
    }

    @Override
    public Boolean invoke(KeyValueStore implementation) throws KeyValueStoreException {
      return implementation.compareAndSet(key, expected, value.clone());
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      KeyValueStore_Codec.writeCompareAndSetRequest(request, this);
    }

    @Override
    public Boolean readResponse(ProtoReader response) throws KeyValueStoreException {
      return KeyValueStore_Codec.readCompareAndSetResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof KeyValueStoreException;
    }
  }

  /** A call of {@code list}, which is also its request message. */
  record ListCall(String prefix, String after, int limit)
      implements Invocation<KeyValueStore, List<String>> {

    @Override
    public MethodDescriptor method() {
      return KeyValueStore_Descriptor.LIST;
    }

    @Override
    public List<String> invoke(KeyValueStore implementation) throws KeyValueStoreException {
      return implementation.list(prefix, after, limit);
    }

    @Override
    public void writeRequest(ProtoWriter request) {
      KeyValueStore_Codec.writeListRequest(request, this);
    }

    @Override
    public List<String> readResponse(ProtoReader response) throws KeyValueStoreException {
      return KeyValueStore_Codec.readListResponse(response);
    }

    @Override
    public boolean declares(Throwable failure) {
      return failure instanceof KeyValueStoreException;
    }
  }
}
