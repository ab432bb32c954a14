package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.KeyValueStoreException;
import dev.heddle.component.capability.KeyValueStoreException.Effect;
import dev.heddle.conformance.KeyValueStoreConformance;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKeyValueStoreTest extends KeyValueStoreConformance {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // store(...) opens it
  private EmbeddedKeyValueStore store;

  private void open() {
    store = EmbeddedKeyValueStore.open(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  protected KeyValueStore store(String component) {
    // The suite asks before each test, and again within one.
    if (store == null) open();
    return new ScopedKeyValueStore(store, component);
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
        .isInstanceOfSatisfying(
            KeyValueStoreException.class,
            failure -> assertThat(failure.effect()).isEqualTo(Effect.NONE))
        .hasMessage("cannot put the key key: the embedded key-value store is closed");
    assertThatThrownBy(() -> store.get("key"))
        .isInstanceOf(KeyValueStoreException.class)
        .hasMessageContaining("cannot get the key key: ");
    assertThatThrownBy(() -> store.list("", "", 1)).isInstanceOf(KeyValueStoreException.class);
    open();
  }
}
