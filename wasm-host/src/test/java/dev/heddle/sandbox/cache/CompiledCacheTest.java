package dev.heddle.sandbox.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledCacheTest {
  private static final byte[] CONTENT = {1, 2, 3, 4, 5};

  @TempDir Path folder;
  private Path directory;
  private CompiledCache cache;

  @BeforeEach
  void use() {
    directory = folder.resolve("cache");
    cache = new CompiledCache(directory, Duration.ofDays(1), 1_000);
  }

  @Test
  void findsWhatWasPutAndNothingElse() {
    cache.put("key", CONTENT);

    assertThat(cache.get("key")).contains(ByteBuffer.wrap(CONTENT));
    assertThat(cache.get("other")).isEmpty();
  }

  @Test
  void noticesEveryFlippedBitAndDeletesTheEntry() throws IOException {
    cache.put("key", CONTENT);
    Path file = entries().getFirst();
    byte[] intact = Files.readAllBytes(file);
    for (int bit = 0; bit < intact.length * 8; bit++) {
      byte[] damaged = intact.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, damaged);

      assertThat(cache.get("key")).isEmpty();
      assertThat(file).doesNotExist();
    }
  }

  @Test
  void doesNotTakeTheEntryOfAnotherKey() throws IOException {
    cache.put("key", CONTENT);
    Path entry = entries().getFirst();
    byte[] stored = Files.readAllBytes(entry);
    Files.delete(entry);
    cache.put("other", new byte[1]);
    Files.write(entries().getFirst(), stored);

    assertThat(cache.get("other")).isEmpty();
  }

  @Test
  void keepsTheFolderToItsOwner() throws IOException {
    cache.put("key", CONTENT);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
        .isEqualTo("rwx------");

    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwx---"));
    assertThat(cache.get("key")).isEmpty();
  }

  @Test
  void dropsWhatWasUnusedLongestAndWhatIsTooMuch() throws IOException {
    for (int i = 0; i < 5; i++) {
      cache.put("key" + i, new byte[300]);
      for (Path each : entries()) age(each, Duration.ofMinutes(1));
    }
    assertThat(cache.get("key0")).isEmpty();
    assertThat(cache.get("key4")).isPresent();
    assertThat(entries()).hasSize(3);

    for (Path each : entries()) age(each, Duration.ofDays(2));
    cache.put("new", new byte[1]);
    assertThat(entries()).hasSize(1);
  }

  @Test
  void isOfUseToManyAtOnce() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      CompiledCache own = new CompiledCache(directory, Duration.ofDays(1), 100_000);
      threads.add(
          Thread.ofPlatform()
              .uncaughtExceptionHandler((_, e) -> failures.add(e))
              .start(
                  () -> {
                    for (int i = 0; i < 200; i++) {
                      own.put("key" + i % 7, CONTENT);
                      own.get("key" + i % 5)
                          .ifPresent(each -> assertThat(each).isEqualTo(ByteBuffer.wrap(CONTENT)));
                    }
                  }));
    }
    for (Thread each : threads) each.join();

    assertThat(failures).isEmpty();
    for (int i = 0; i < 7; i++) assertThat(cache.get("key" + i)).contains(ByteBuffer.wrap(CONTENT));
  }

  @Test
  void isOfUseToSeveralProcessesAtOnce() throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<Process> users = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      users.add(
          new ProcessBuilder(
                  java.toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  CacheUser.class.getName(),
                  directory.toString(),
                  "" + i)
              .redirectErrorStream(true)
              .start());
    }
    for (Process each : users) {
      assertThat(new String(each.getInputStream().readAllBytes(), UTF_8)).isEqualTo("done\n");
      assertThat(each.waitFor()).isZero();
    }
    for (int key = 0; key < 7; key++) {
      assertThat(cache.get("key" + key)).contains(ByteBuffer.wrap(CacheUser.content(key)));
    }
    assertThat(entries()).hasSize(7);
  }

  private static void age(Path file, Duration by) throws IOException {
    Instant used = Files.getLastModifiedTime(file).toInstant();
    Files.setLastModifiedTime(file, FileTime.from(used.minus(by)));
  }

  private List<Path> entries() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    }
  }
}
