package dev.heddle.core.capability;

import dev.heddle.component.capability.BlobStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Blobs that are forgotten with the process; for tests. Safe for use by many threads. */
public final class InMemoryBlobStore implements BlobStore {
  private final ConcurrentNavigableMap<String, Blob> blobs = new ConcurrentSkipListMap<>();

  /** An empty store. */
  public InMemoryBlobStore() {}

  @Override
  public Optional<Blob> get(String key) {
    return Optional.ofNullable(blobs.get(key)).map(InMemoryBlobStore::copy);
  }

  @Override
  public void put(String key, Blob blob) {
    blobs.put(key, copy(blob));
  }

  @Override
  public boolean delete(String key) {
    return blobs.remove(key) != null;
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    String from = after.compareTo(prefix) > 0 ? after : prefix;
    return blobs.tailMap(from, true).keySet().stream()
        .takeWhile(key -> key.startsWith(prefix))
        .filter(key -> key.compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  private static Blob copy(Blob blob) {
    return new Blob(blob.content().clone(), blob.contentType());
  }
}
