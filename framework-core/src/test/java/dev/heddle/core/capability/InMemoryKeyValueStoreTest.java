package dev.heddle.core.capability;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.conformance.KeyValueStoreConformance;
import org.junit.jupiter.api.AfterEach;

class InMemoryKeyValueStoreTest extends KeyValueStoreConformance {
  private final EmbeddedKeyValueStore store = EmbeddedKeyValueStore.inMemory();

  @Override
  protected KeyValueStore store(String component) {
    return new ScopedKeyValueStore(store, component);
  }

  @AfterEach
  void close() {
    store.close();
  }
}
