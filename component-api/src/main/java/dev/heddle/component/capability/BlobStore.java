package dev.heddle.component.capability;

import dev.heddle.component.Capability;
import java.util.List;
import java.util.Optional;

/**
 * Durable blobs under string keys: pictures, documents, reports. Each component has a key space of
 * its own; two components never see each other's keys.
 *
 * <p>A write that returned survives the death of the process. A reader sees a whole blob, the old
 * one or the new one, never a part. Safe for use by many threads. Arrays are copied on the way in
 * and out.
 *
 * <p>Keys are 1 to 400 bytes long in UTF-8 and have any characters, except that half a surrogate
 * pair is none; content types are 1 to 255 printable ASCII characters, contents at most as long as
 * {@code heddle.blobs.max-size} says; anything else is refused with an {@link
 * IllegalArgumentException} that names the limit.
 */
@Capability
public interface BlobStore {

  /**
   * A blob.
   *
   * @param content its bytes
   * @param contentType its media type, such as {@code image/png}; kept as given
   */
  record Blob(byte[] content, String contentType) {}

  /**
   * The blob under a key, empty when there is none.
   *
   * @throws BlobStoreException when what stands behind the store fails
   */
  Optional<Blob> get(String key) throws BlobStoreException;

  /**
   * Stores a blob under a key, over whatever was there.
   *
   * @throws BlobStoreException when what stands behind the store fails; the key then holds what it
   *     held or the whole new blob
   */
  void put(String key, Blob blob) throws BlobStoreException;

  /**
   * Removes a key; true when it was there.
   *
   * @throws BlobStoreException when what stands behind the store fails
   */
  boolean delete(String key) throws BlobStoreException;

  /**
   * Keys that begin with a prefix, in ascending order of their UTF-16 code units, at most {@code
   * limit} (1 to 10,000) of them and only those greater than {@code after}; pass an empty {@code
   * after} for the first page and the last key seen for the next. What is written meanwhile may be
   * in a page or not.
   *
   * @throws BlobStoreException when what stands behind the store fails
   */
  List<String> list(String prefix, String after, int limit) throws BlobStoreException;
}
