package dev.heddle.core.capability;

import dev.heddle.component.capability.KeyValueStore;
import java.util.List;
import java.util.Optional;

/** One space of keys within a store that all components share; keeps its limits. */
public final class ScopedKeyValueStore implements KeyValueStore {
  private static final int LONGEST_KEY = 512;
  private static final int LARGEST_VALUE = 1024 * 1024;

  private final KeyValueStore shared;
  private final String space;

  /**
   * The space of that name in {@code shared}.
   *
   * @param space a component's name, or what several components share; without a slash
   */
  public ScopedKeyValueStore(KeyValueStore shared, String space) {
    this.shared = shared;
    this.space = space + "/";
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
