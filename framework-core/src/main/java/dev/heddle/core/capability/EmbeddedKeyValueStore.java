package dev.heddle.core.capability;

import dev.heddle.component.capability.KeyValueStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * A key-value store in one file, or in memory. A write returns when the operating system has it, so
 * it survives the death of this process, {@code kill -9} included; after a power failure the last
 * moments may be missing, never a part of a write. One process at a time can open a directory. Safe
 * for use by many threads.
 *
 * <p>The file is H2's MVStore, an append-only B-tree.
 */
public final class EmbeddedKeyValueStore implements KeyValueStore, AutoCloseable {
  private static final String FILE = "key-value.mv";

  /** Space of overwritten values is reused after this long: long enough for a disk to settle. */
  private static final int RETENTION_MILLIS = 5_000;

  private final MVStore store;
  private final MVMap<String, byte[]> values;
  private final CommitQueue writes;

  private EmbeddedKeyValueStore(MVStore store) {
    this.store = store;
    store.setRetentionTime(RETENTION_MILLIS);
    MVMap.Builder<String, byte[]> types = new MVMap.Builder<>();
    types.setKeyType(StringDataType.INSTANCE);
    types.setValueType(ByteArrayDataType.INSTANCE);
    values = store.openMap("values", types);
    writes = new CommitQueue(store::commit);
  }

  /**
   * Opens the store of a directory, which is made if it is not there.
   *
   * @throws IllegalStateException when another process has it open, or the file is damaged
   */
  public static EmbeddedKeyValueStore open(Path directory) {
    try {
      Files.createDirectories(directory);
      Path file = directory.toAbsolutePath().resolve(FILE);
      // "retry:" reopens the file after an interrupt, which otherwise closes it for everybody.
      return new EmbeddedKeyValueStore(new MVStore.Builder().fileName("retry:" + file).open());
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot make the data directory " + directory, failure);
    } catch (MVStoreException failure) {
      throw new IllegalStateException(
          "the key-value store in "
              + directory.toAbsolutePath()
              + " cannot be opened: "
              + failure.getMessage()
              + ". Stop the other process that uses it, or set heddle.data-directory to another"
              + " folder",
          failure);
    }
  }

  /** A store that forgets everything when it is closed. */
  public static EmbeddedKeyValueStore inMemory() {
    return new EmbeddedKeyValueStore(new MVStore.Builder().open());
  }

  @Override
  public Optional<byte[]> get(String key) {
    return Optional.ofNullable(values.get(key)).map(byte[]::clone);
  }

  @Override
  public void put(String key, byte[] value) {
    byte[] stored = value.clone();
    writes.run(() -> values.put(key, stored));
  }

  @Override
  public boolean delete(String key) {
    return writes.run(() -> values.remove(key)) != null;
  }

  @Override
  public boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value) {
    byte[] stored = value.clone();
    return Boolean.TRUE.equals(
        writes.run(
            () -> {
              byte[] found = values.get(key);
              boolean matches =
                  found == null
                      ? expected.isEmpty()
                      : expected.isPresent() && Arrays.equals(found, expected.get());
              if (matches) values.put(key, stored);
              return matches;
            }));
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    List<String> keys = new ArrayList<>();
    Iterator<String> found = values.keyIterator(after.compareTo(prefix) > 0 ? after : prefix);
    while (found.hasNext() && keys.size() < limit) {
      String key = found.next();
      if (!key.startsWith(prefix)) break;
      if (key.compareTo(after) > 0) keys.add(key);
    }
    return List.copyOf(keys);
  }

  @Override
  public void close() {
    writes.close();
    store.close();
  }
}
