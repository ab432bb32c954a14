package dev.heddle.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.BlobStore.Blob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every blob store does, whatever stands behind it. Extend it for each backend. The stores
 * must be empty before each test.
 */
public abstract class BlobStoreConformance {
  /** Longest blob that the stores of {@link #store} may take, in bytes. */
  protected static final int LARGEST = 4 * 1024 * 1024;

  private BlobStore photos;
  private BlobStore reports;

  /** What {@code component} is granted; for one component always the same blobs. */
  protected abstract BlobStore store(String component);

  @BeforeEach
  void twoComponentsHaveTheirSpaces() {
    photos = store("Photos");
    reports = store("Reports");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A",
        "/",
        "//",
        "..",
        "../../escaped",
        "/etc/escaped",
        ".",
        "a/../b",
        "a\\b",
        "C:",
        "\u00e9\u4e2d\ud83d\ude00",
        "\uffff",
        "a/",
        "\u007f",
        "a+b&c=\"d\"?#",
        " ",
        "a\nb",
        "a\0b",
        "%0041",
        "x.blob",
        "x~",
        "con"
      })
  void keepsABlobUnderAnyKey(String key) {
    photos.put(key, blob("one"));
    photos.put(key, blob("two"));
    assertThat(text(photos, key)).isEqualTo("two");
    assertThat(photos.list("", "", 10)).containsExactly(key);
    assertThat(photos.delete(key)).isTrue();
    assertThat(photos.delete(key)).isFalse();
    assertThat(photos.get(key)).isEmpty();
    assertThat(photos.list("", "", 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "/", "A", "\u4e2d"})
  void keepsKeysOfEveryLengthApart(String character) {
    List<String> keys = new ArrayList<>();
    for (int length : List.of(1, 32, 33, 34, 39, 40, 41, 79, 80, 81, 132, 133)) {
      keys.add(character.repeat(length));
    }
    for (String key : keys) photos.put(key, blob(key));
    assertThat(keys).allMatch(key -> text(photos, key).equals(key));
    assertThat(photos.list("", "", 100)).containsExactlyElementsOf(keys);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", ".", "/", "\0", "\u00e9", "\u4e2d", "\ud83d\ude00", "x\ud83d\ude00/"})
  void keepsTheLongestKeys(String part) {
    String key = part.repeat(400 / part.getBytes(StandardCharsets.UTF_8).length);
    photos.put(key, blob("one"));
    assertThat(text(photos, key)).isEqualTo("one");
    assertThat(photos.list("", "", 10)).containsExactly(key);
    assertThat(photos.list(key, "", 10)).containsExactly(key);
    assertThat(photos.list("", key, 10)).isEmpty();
    assertThat(photos.delete(key)).isTrue();
  }

  @Test
  void refusesHalfASurrogatePair() {
    for (String key : List.of("\ud83d", "a\ude00b")) {
      List<ThrowingCallable> calls =
          List.of(
              () -> photos.put(key, blob("x")),
              () -> photos.get(key),
              () -> photos.delete(key),
              () -> photos.list(key, "", 1),
              () -> photos.list("", key, 1));
      for (ThrowingCallable call : calls) {
        assertThatThrownBy(call)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("half a surrogate pair");
      }
    }
  }

  @Test
  void listsInTheOrderOfUtf16AndNotOfCodePoints() {
    List<String> keys =
        List.of("a", "a\u00e9", "b\ud7ff", "b\ud83d\ude00", "b\ue000", "b\uffff", "c");
    for (String key : keys) photos.put(key, blob("x"));
    assertThat(photos.list("", "", 10)).containsExactlyElementsOf(keys);
    assertThat(photos.list("b", "b\ud83d\ude00", 10)).containsExactly("b\ue000", "b\uffff");
    assertThat(photos.list("b", "a", 1)).containsExactly("b\ud7ff");
    assertThat(photos.list("b", "c", 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "image/png; q=\"1\"", " text/plain ", "a,b;c=~", "text/HTML;charset=UTF-8"})
  void keepsTheContentTypeAsGiven(String type) {
    photos.put("typed", new Blob(new byte[1], type));
    assertThat(photos.get("typed").orElseThrow().contentType()).isEqualTo(type);
  }

  @Test
  void keepsTheContentTypeAndEveryByte() {
    byte[] content = new byte[LARGEST];
    new Random(7).nextBytes(content);
    photos.put("large", new Blob(content, "image/png; q=\"1\""));
    photos.put("empty", new Blob(new byte[0], "a"));
    Blob large = photos.get("large").orElseThrow();
    assertThat(Arrays.equals(large.content(), content)).isTrue();
    assertThat(large.contentType()).isEqualTo("image/png; q=\"1\"");
    assertThat(photos.get("empty").orElseThrow().content()).isEmpty();
  }

  @Test
  void aComponentSeesOnlyItsOwnKeys() {
    photos.put("ada", blob("photo"));
    reports.put("ada", blob("report"));
    assertThat(text(photos, "ada")).isEqualTo("photo");
    reports.delete("ada");
    assertThat(photos.list("", "", 10)).containsExactly("ada");
    assertThat(reports.list("", "", 10)).isEmpty();
    assertThat(store("Photo").list("", "", 10)).isEmpty();
  }

  @Test
  void listsAPrefixInPages() {
    for (String key : List.of("b/2", "a/9", "b/1", "b/3", "c", "b", "b!")) {
      photos.put(key, blob("x"));
    }
    assertThat(photos.list("b/", "", 2)).containsExactly("b/1", "b/2");
    assertThat(photos.list("b/", "b/2", 2)).containsExactly("b/3");
    assertThat(photos.list("b/", "b/3", 2)).isEmpty();
    assertThat(photos.list("b", "", 10)).containsExactly("b", "b!", "b/1", "b/2", "b/3");
  }

  @Test
  void pagesOfAnyKeysGiveEachOnceAndInOrder() {
    Random random = new Random(11);
    TreeSet<String> keys = new TreeSet<>();
    while (keys.size() < 150) keys.add(anyKey(random));
    for (String key : keys) photos.put(key, blob("x"));
    List<String> listed = new ArrayList<>();
    List<String> page = photos.list("", "", 7);
    while (!page.isEmpty()) {
      listed.addAll(page);
      page = photos.list("", page.getLast(), 7);
    }
    assertThat(listed).containsExactlyElementsOf(keys);
    assertThat(photos.list("a", "", 1000))
        .containsExactlyElementsOf(keys.stream().filter(key -> key.startsWith("a")).toList());
  }

  private static String anyKey(Random random) {
    StringBuilder key = new StringBuilder("a".repeat(random.nextInt(3) * 20));
    int more = 1 + random.nextInt(30);
    for (int i = 0; i < more; i++) key.append("aB!/0~\u00e9.".charAt(random.nextInt(8)));
    return key.toString();
  }

  @Test
  void whoKeepsAnArrayCannotChangeTheStore() {
    byte[] content = blob("one").content();
    photos.put("ada", new Blob(content, "text/plain"));
    content[0] = 'X';
    photos.get("ada").orElseThrow().content()[0] = 'Y';
    assertThat(text(photos, "ada")).isEqualTo("one");
  }

  @Test
  void refusesWhatExceedsTheLimits() {
    assertThatThrownBy(() -> photos.put("", blob("x"))).hasMessageContaining("1 to 400 bytes");
    assertThatThrownBy(() -> photos.get("\u00e9".repeat(201))).hasMessageContaining("not 402");
    assertThatThrownBy(() -> photos.list("", "", 10_001)).hasMessageContaining("1 to 10000");
    assertThatThrownBy(() -> photos.put("big", new Blob(new byte[LARGEST + 1], "a/b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("heddle.blobs.max-size");
    for (String type : List.of("", "a\r\nb", "\u00e9", "x".repeat(256))) {
      assertThatThrownBy(() -> photos.put("key", new Blob(new byte[0], type)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("content type");
    }
    assertThat(photos.list("", "", 10)).isEmpty();
  }

  @Test
  void aReaderNeverSeesAPartOfABlobWhileOthersWriteDeleteAndAreInterrupted() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        byte fill = (byte) i;
        writers.add(threads.submit(() -> churn(fill)));
      }
      Future<?> reader = threads.submit(() -> read(done));
      try {
        for (Future<?> writer : writers) writer.get();
      } finally {
        done.set(true);
      }
      reader.get();
    }
  }

  private void churn(byte fill) {
    byte[] content = new byte[50_000 * (fill + 1)];
    Arrays.fill(content, fill);
    for (int i = 0; i < 40; i++) {
      if (i % 3 == 0) Thread.currentThread().interrupt();
      photos.put("in/a/folder", new Blob(content, "text/" + fill));
      if (i % 4 == 0) photos.delete("in/a/folder");
    }
  }

  private void read(AtomicBoolean done) {
    while (!done.get()) {
      photos.get("in/a/folder").ifPresent(BlobStoreConformance::assertWhole);
      assertThat(photos.list("", "", 10).size()).isLessThan(2);
    }
  }

  private static void assertWhole(Blob blob) {
    byte fill = Byte.parseByte(blob.contentType().substring("text/".length()));
    byte[] expected = new byte[50_000 * (fill + 1)];
    Arrays.fill(expected, fill);
    assertThat(Arrays.equals(blob.content(), expected)).isTrue();
  }

  private static Blob blob(String text) {
    return new Blob(text.getBytes(StandardCharsets.UTF_16BE), "text/plain");
  }

  private static String text(BlobStore store, String key) {
    return new String(store.get(key).orElseThrow().content(), StandardCharsets.UTF_16BE);
  }
}
