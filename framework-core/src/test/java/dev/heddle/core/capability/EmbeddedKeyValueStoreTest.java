package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.KeyValueStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKeyValueStoreTest extends KeyValueStoreContract {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // shared() opens it
  private EmbeddedKeyValueStore store;

  private void open() {
    store = EmbeddedKeyValueStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  KeyValueStore shared() {
    // The contract asks before each test, and again within one.
    if (store == null) open();
    return store;
  }

  @Test
  void keepsItsValuesOverAClose() {
    store.put("key", "value".getBytes(StandardCharsets.UTF_8));
    store.close();
    open();
    assertThat(store.get("key").orElseThrow()).asString(StandardCharsets.UTF_8).isEqualTo("value");
  }

  @Test
  void saysThatSomebodyElseHasTheFolder() {
    assertThatThrownBy(() -> EmbeddedKeyValueStore.open(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("heddle.data-directory");
  }

  @Test
  void saysThatTheFileIsDamaged() throws Exception {
    store.close();
    Path file = folder.resolve("key-value.mv");
    Files.write(file, new byte[100_000]);
    assertThatThrownBy(() -> EmbeddedKeyValueStore.open(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be opened");
    Files.delete(file);
    open();
  }

  @Test
  void refusesCallsAfterTheClose() {
    store.close();
    assertThatThrownBy(() -> store.put("key", new byte[0]))
        .hasRootCauseMessage("the key-value store is closed");
    open();
  }
}
