package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.KeyValueStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every key-value store does, whatever stands behind it. */
abstract class KeyValueStoreContract {
  private KeyValueStore carts;
  private KeyValueStore orders;

  /** A store that several components share. */
  abstract KeyValueStore shared();

  @BeforeEach
  void twoComponentsHaveTheirSpaces() {
    carts = new ScopedKeyValueStore(shared(), "Cart");
    orders = new ScopedKeyValueStore(shared(), "Order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Cart/a", "/", "..", "\u00e9\u4e2d\ud83d\ude00", " ", "a\nb", "%00"})
  void keepsAValueUnderAnyKey(String key) {
    carts.put(key, bytes("one"));
    carts.put(key, bytes("two"));
    assertThat(carts.get(key).map(KeyValueStoreContract::text)).contains("two");
    assertThat(carts.list("", "", 10)).containsExactly(key);
    assertThat(carts.delete(key)).isTrue();
    assertThat(carts.delete(key)).isFalse();
    assertThat(carts.get(key)).isEmpty();
  }

  @Test
  void keepsAnEmptyValueApartFromNone() {
    carts.put("empty", new byte[0]);
    assertThat(carts.get("empty")).isPresent();
    assertThat(carts.get("none")).isEmpty();
  }

  @Test
  void aComponentSeesOnlyItsOwnKeys() {
    carts.put("ada", bytes("cart"));
    orders.put("ada", bytes("order"));
    assertThat(carts.get("ada").map(KeyValueStoreContract::text)).contains("cart");
    orders.delete("ada");
    assertThat(carts.list("", "", 10)).containsExactly("ada");
    assertThat(new ScopedKeyValueStore(shared(), "Car").list("", "", 10)).isEmpty();
    assertThat(new ScopedKeyValueStore(shared(), "Cart/a").list("", "", 10)).isEmpty();
  }

  @Test
  void storesByComparisonOnlyWhatWasExpected() {
    assertThat(carts.compareAndSet("ada", Optional.of(bytes("one")), bytes("two"))).isFalse();
    assertThat(carts.compareAndSet("ada", Optional.empty(), bytes("one"))).isTrue();
    assertThat(carts.compareAndSet("ada", Optional.empty(), bytes("two"))).isFalse();
    assertThat(carts.compareAndSet("ada", Optional.of(bytes("other")), bytes("two"))).isFalse();
    assertThat(carts.compareAndSet("ada", Optional.of(bytes("one")), bytes("two"))).isTrue();
    assertThat(carts.get("ada").map(KeyValueStoreContract::text)).contains("two");
  }

  @Test
  void listsAPrefixInPages() {
    for (String key : List.of("b/2", "a/9", "b/1", "b/3", "c", "b")) carts.put(key, bytes("x"));
    assertThat(carts.list("b/", "", 2)).containsExactly("b/1", "b/2");
    assertThat(carts.list("b/", "b/2", 2)).containsExactly("b/3");
    assertThat(carts.list("b/", "b/3", 2)).isEmpty();
    assertThat(carts.list("", "", 10)).containsExactly("a/9", "b", "b/1", "b/2", "b/3", "c");
  }

  @Test
  void whoKeepsAnArrayCannotChangeTheStore() {
    byte[] value = bytes("one");
    carts.put("ada", value);
    value[0] = 'X';
    carts.get("ada").orElseThrow()[0] = 'Y';
    assertThat(carts.get("ada").map(KeyValueStoreContract::text)).contains("one");
  }

  @Test
  void refusesWhatExceedsTheLimits() {
    assertThatThrownBy(() -> carts.put("", bytes("x"))).hasMessageContaining("1 to 512 characters");
    assertThatThrownBy(() -> carts.get("x".repeat(513))).hasMessageContaining("not 513");
    assertThatThrownBy(() -> carts.put("big", new byte[1024 * 1024 + 1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 1048576 bytes");
    assertThatThrownBy(() -> carts.list("", "", 0)).hasMessageContaining("1 to 10000");
  }

  @Test
  void noChangeByComparisonIsLost() throws Exception {
    int writers = 50;
    int additions = 20;
    carts.put("sum", number(0));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < writers; i++) {
        threads.submit(
            () -> {
              for (int j = 0; j < additions; j++) add(carts);
              return true;
            });
      }
    }
    assertThat(ByteBuffer.wrap(carts.get("sum").orElseThrow()).getInt())
        .isEqualTo(writers * additions);
  }

  @Test
  void interruptedCallersHarmNobody() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String key = "interrupted/" + i;
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    Thread.currentThread().interrupt();
                    carts.put(key, bytes("x"));
                    carts.get(key);
                  }));
    }
    for (Thread thread : threads) thread.join();
    carts.put("after", bytes("x"));
    assertThat(carts.list("interrupted/", "", 100)).hasSize(20);
  }

  private static void add(KeyValueStore store) {
    while (true) {
      byte[] found = store.get("sum").orElseThrow();
      byte[] next = number(ByteBuffer.wrap(found).getInt() + 1);
      if (store.compareAndSet("sum", Optional.of(found), next)) return;
    }
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
  }
}
