package dev.heddle.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.KeyValueStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every key-value store does, whatever stands behind it. Extend it for each backend. The
 * stores must be empty before each test.
 */
public abstract class KeyValueStoreConformance {
  private static final int LARGEST = 1024 * 1024;

  private KeyValueStore carts;
  private KeyValueStore orders;

  /** What {@code component} is granted; for one component always the same values. */
  protected abstract KeyValueStore store(String component);

  @BeforeEach
  void twoComponentsHaveTheirSpaces() {
    carts = store("Cart");
    orders = store("Order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "Cart/a",
        "/",
        "//",
        ".",
        "..",
        "a/../b",
        "\u00e9\u4e2d\ud83d\ude00",
        "\uffff",
        " ",
        "a ",
        "a\nb",
        "a\0b",
        "\u007f",
        "%00",
        "{a}:*?[b]\\"
      })
  void keepsAValueUnderAnyKey(String key) {
    carts.put(key, bytes("one"));
    carts.put(key, bytes("two"));
    assertThat(carts.get(key).map(KeyValueStoreConformance::text)).contains("two");
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
    assertThat(carts.get("ada").map(KeyValueStoreConformance::text)).contains("cart");
    orders.delete("ada");
    assertThat(carts.list("", "", 10)).containsExactly("ada");
    assertThat(store("Car").list("", "", 10)).isEmpty();
    assertThat(store("Cart/a").list("", "", 10)).isEmpty();
  }

  @Test
  void storesByComparisonOnlyWhatWasExpected() {
    assertThat(carts.compareAndSet("ada", Optional.of(bytes("one")), bytes("two"))).isFalse();
    assertThat(carts.compareAndSet("ada", Optional.empty(), bytes("one"))).isTrue();
    assertThat(carts.compareAndSet("ada", Optional.empty(), bytes("two"))).isFalse();
    assertThat(carts.compareAndSet("ada", Optional.of(bytes("other")), bytes("two"))).isFalse();
    assertThat(carts.compareAndSet("ada", Optional.of(bytes("one")), bytes("two"))).isTrue();
    assertThat(carts.get("ada").map(KeyValueStoreConformance::text)).contains("two");
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
  void listsInTheOrderOfUtf16AndNotOfCodePoints() {
    List<String> keys =
        List.of("a", "a\u00e9", "b\ud7ff", "b\ud83d\ude00", "b\ue000", "b\uffff", "c");
    for (String key : keys) carts.put(key, bytes("x"));
    assertThat(carts.list("", "", 10)).containsExactlyElementsOf(keys);
    assertThat(carts.list("b", "", 10)).containsExactlyElementsOf(keys.subList(2, 6));
    assertThat(carts.list("b", "b\ud83d\ude00", 10)).containsExactly("b\ue000", "b\uffff");
    assertThat(carts.list("b\uffff", "", 10)).containsExactly("b\uffff");
    assertThat(carts.list("b", "a", 1)).containsExactly("b\ud7ff");
    assertThat(carts.list("b", "c", 10)).isEmpty();
  }

  @Test
  void pagesGiveEachKeyOnceAndInOrder() {
    TreeSet<String> keys = new TreeSet<>();
    Random random = new Random(11);
    while (keys.size() < 300) keys.add(anyKey(random));
    for (String key : keys) carts.put(key, bytes("x"));
    List<String> listed = new ArrayList<>();
    for (List<String> page = carts.list("", "", 7);
        !page.isEmpty();
        page = carts.list("", page.getLast(), 7)) {
      listed.addAll(page);
    }
    assertThat(listed).containsExactlyElementsOf(keys);
  }

  private static String anyKey(Random random) {
    StringBuilder key = new StringBuilder();
    int more = 1 + random.nextInt(20);
    for (int i = 0; i < more; i++) {
      key.appendCodePoint(
          "aB!/0~\u00e9\uffee\ud83d\ude00".codePoints().toArray()[random.nextInt(9)]);
    }
    return key.toString();
  }

  @Test
  void keepsTheLongestKeysAndTheLargestValues() {
    byte[] value = new byte[LARGEST];
    new Random(7).nextBytes(value);
    for (String character : List.of("x", "/", "\u4e2d", "\0")) {
      carts.put(character.repeat(512), value);
      assertThat(Arrays.equals(carts.get(character.repeat(512)).orElseThrow(), value)).isTrue();
    }
    byte[] other = value.clone();
    other[LARGEST - 1]++;
    String key = "x".repeat(512);
    assertThat(carts.compareAndSet(key, Optional.of(other), value)).isFalse();
    assertThat(carts.compareAndSet(key, Optional.of(value), other)).isTrue();
    assertThat(Arrays.equals(carts.get(key).orElseThrow(), other)).isTrue();
  }

  @Test
  void refusesHalfASurrogatePair() {
    for (String key : List.of("\ud83d", "a\ude00b", "\ude00\ud83d")) {
      List<ThrowingCallable> calls =
          List.of(
              () -> carts.put(key, bytes("x")),
              () -> carts.get(key),
              () -> carts.delete(key),
              () -> carts.compareAndSet(key, Optional.empty(), bytes("x")),
              () -> carts.list(key, "", 1),
              () -> carts.list("", key, 1));
      for (ThrowingCallable call : calls) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("half a surrogate pair");
      }
    }
    assertThat(carts.list("", "", 10)).isEmpty();
  }

  @Test
  void whoKeepsAnArrayCannotChangeTheStore() {
    byte[] value = bytes("one");
    carts.put("ada", value);
    value[0] = 'X';
    carts.get("ada").orElseThrow()[0] = 'Y';
    assertThat(carts.get("ada").map(KeyValueStoreConformance::text)).contains("one");
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
  void ofManyThatCreateAKeyOneSucceeds() throws Exception {
    AtomicInteger created = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        byte[] mine = number(i);
        threads.submit(
            () -> {
              if (carts.compareAndSet("new", Optional.empty(), mine)) created.incrementAndGet();
            });
      }
    }
    assertThat(created).hasValue(1);
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
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
