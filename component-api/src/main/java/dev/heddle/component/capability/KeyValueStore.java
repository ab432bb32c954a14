package dev.heddle.component.capability;

import dev.heddle.component.Capability;
import java.util.List;
import java.util.Optional;

/**
 * Durable bytes under string keys. Each component has a key space of its own; two components never
 * see each other's keys.
 *
 * <p>A write that returned survives the death of the process. Every method is atomic by itself and
 * all of them see one order of writes. Safe for use by many threads. Arrays are copied on the way
 * in and out.
 *
 * <p>Keys are 1 to 512 characters (UTF-16 code units) of any kind, except that half a surrogate
 * pair is none; values are at most 1 MiB; anything else is refused with an {@link
 * IllegalArgumentException} that names the limit.
 *
 * <p>What stands behind the store may be a server. A call that fails, or gets no answer in time,
 * ends in a {@link KeyValueStoreException}, whose {@link KeyValueStoreException#effect()} says
 * whether a write may have happened all the same. No call is repeated by the store.
 */
@Capability
public interface KeyValueStore {

  /**
   * The value under a key, empty when there is none.
   *
   * @throws KeyValueStoreException when what stands behind the store fails
   */
  Optional<byte[]> get(String key) throws KeyValueStoreException;

  /**
   * Stores a value under a key, over whatever was there.
   *
   * @throws KeyValueStoreException when what stands behind the store fails
   */
  void put(String key, byte[] value) throws KeyValueStoreException;

  /**
   * Removes a key; true when it was there.
   *
   * @throws KeyValueStoreException when what stands behind the store fails
   */
  boolean delete(String key) throws KeyValueStoreException;

  /**
   * Stores a value only if the key holds {@code expected} now, compared byte by byte; an empty
   * {@code expected} means that the key must not exist.
   *
   * @return whether it was stored
   * @throws KeyValueStoreException when what stands behind the store fails
   */
  boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value)
      throws KeyValueStoreException;

  /**
   * Keys that begin with a prefix, in ascending order of their UTF-16 code units, at most {@code
   * limit} (1 to 10,000) of them and only those greater than {@code after}; pass an empty {@code
   * after} for the first page and the last key seen for the next.
   *
   * @throws KeyValueStoreException when what stands behind the store fails
   */
  List<String> list(String prefix, String after, int limit) throws KeyValueStoreException;
}
