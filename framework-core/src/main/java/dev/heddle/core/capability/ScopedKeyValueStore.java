package dev.heddle.core.capability;

import dev.heddle.component.capability.KeyValueStore;
import java.util.List;
import java.util.Optional;

/** One component's key space within a store that all of them share; keeps its limits. */
public final class ScopedKeyValueStore implements KeyValueStore {
  private static final int LONGEST_KEY = 512;
  private static final int LARGEST_VALUE = 1024 * 1024;

  private final KeyValueStore shared;
  private final String space;

  /** The key space of {@code component} in {@code shared}. */
  public ScopedKeyValueStore(KeyValueStore shared, String component) {
    this.shared = shared;
    this.space = component + "/";
  }

  @Override
  public Optional<byte[]> get(String key) {
    return shared.get(key(key));
  }

  @Override
  public void put(String key, byte[] value) {
    shared.put(key(key), value(value));
  }

  @Override
  public boolean delete(String key) {
    return shared.delete(key(key));
  }

  @Override
  public boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value) {
    return shared.compareAndSet(key(key), expected, value(value));
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    StoreKeys.checkPage(prefix, after, limit);
    return shared.list(space + prefix, space + after, limit).stream()
        .map(key -> key.substring(space.length()))
        .toList();
  }

  private String key(String key) {
    if (key.isEmpty() || key.length() > LONGEST_KEY) {
      throw new IllegalArgumentException(
          "a key is 1 to " + LONGEST_KEY + " characters long, not " + key.length());
    }
    StoreKeys.checkText("a key", key);
    return space + key;
  }

  private static byte[] value(byte[] value) {
    if (value.length > LARGEST_VALUE) {
      throw new IllegalArgumentException(
          "a value is at most " + LARGEST_VALUE + " bytes long, not " + value.length);
    }
    return value;
  }
}
