package dev.heddle.boutique;

import dev.heddle.component.capability.KeyValueStore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A key-value store for tests that shows what is in it. */
public final class MemoryStore implements KeyValueStore {
  private final TreeMap<String, byte[]> values = new TreeMap<>();

  private Runnable rival = () -> {};

  /** Lets somebody else act once, just before the next write. */
  public synchronized void beforeNextWrite(Runnable rival) {
    this.rival = rival;
  }

  @Override
  public synchronized Optional<byte[]> get(String key) {
    return Optional.ofNullable(values.get(key)).map(byte[]::clone);
  }

  @Override
  public synchronized void put(String key, byte[] value) {
    giveWay();
    values.put(key, value.clone());
  }

  @Override
  public synchronized boolean delete(String key) {
    return values.remove(key) != null;
  }

  @Override
  public synchronized boolean compareAndSet(String key, Optional<byte[]> expected, byte[] value) {
    giveWay();
    if (!Arrays.equals(values.get(key), expected.orElse(null))) return false;
    values.put(key, value.clone());
    return true;
  }

  @Override
  public synchronized List<String> list(String prefix, String after, int limit) {
    return values.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
        .limit(limit)
        .toList();
  }

  private void giveWay() {
    Runnable once = rival;
    rival = () -> {};
    once.run();
  }

  /** All keys and values as one text. */
  public synchronized String everything() {
    StringBuilder text = new StringBuilder();
    values.forEach(
        (key, value) -> text.append(key).append('=').append(new String(value)).append('\n'));
    return text.toString();
  }
}
