package dev.heddle.core.capability;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.KeyValueStoreException;
import dev.heddle.component.capability.KeyValueStoreException.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

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
    writes = new CommitQueue("key-value", store::commit);
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
    return read("get the key " + key, () -> Optional.ofNullable(values.get(key)))
        .map(byte[]::clone);
  }

  @Override
  public void put(String key, byte[] value) {
    byte[] stored = value.clone();
    write("put the key " + key, () -> values.put(key, stored));
  }

  @Override
  public boolean delete(String key) {
    return write("delete the key " + key, () -> values.remove(key)) != null;
  }

  @Override
  public boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value) {
    byte[] stored = value.clone();
    return Boolean.TRUE.equals(
        write(
            "compare and set the key " + key,
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
    return read("list keys", () -> page(prefix, after, limit));
  }

  private List<String> page(String prefix, String after, int limit) {
    List<String> keys = new ArrayList<>();
    Iterator<String> found = values.keyIterator(after.compareTo(prefix) > 0 ? after : prefix);
    while (found.hasNext() && keys.size() < limit) {
      String key = found.next();
      if (!key.startsWith(prefix)) break;
      if (key.compareTo(after) > 0) keys.add(key);
    }
    return List.copyOf(keys);
  }

  private <T> T read(String operation, Supplier<T> action) {
    if (store.isClosed()) throw failed(Effect.NONE, operation, new CommitQueue.Closed("key-value"));
    try {
      return action.get();
    } catch (MVStoreException failure) {
      throw failed(Effect.NONE, operation, failure);
    }
  }

  private <T extends @Nullable Object> T write(String operation, Supplier<T> action) {
    try {
      return writes.run(action);
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof CommitQueue.Closed closed) {
        throw failed(Effect.NONE, operation, closed);
      }
      throw failed(
          Effect.UNKNOWN, operation, Objects.requireNonNullElse(failure.getCause(), failure));
    }
  }

  private static KeyValueStoreException failed(Effect effect, String operation, Throwable cause) {
    KeyValueStoreException failure =
        new KeyValueStoreException(effect, "cannot " + operation + ": " + cause.getMessage());
    failure.initCause(cause);
    return failure;
  }

  @Override
  public void close() {
    writes.close();
    store.close();
  }
}
