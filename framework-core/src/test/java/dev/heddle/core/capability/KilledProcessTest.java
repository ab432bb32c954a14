package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.core.fixture.KilledProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KilledProcessTest {
  @TempDir Path folder;

  @RepeatedTest(3)
  void everyAcknowledgedWriteSurvivesAKill() throws Exception {
    List<String> acknowledged = writeAndKill(Writer.class);
    assertThat(acknowledged).hasSizeGreaterThan(100);
    try (EmbeddedKeyValueStore store = EmbeddedKeyValueStore.open(folder)) {
      assertThat(acknowledged).allMatch(key -> store.get(key).isPresent());
    }
  }

  @RepeatedTest(3)
  void everyAcknowledgedBlobSurvivesAKillAndNoneIsHalf() throws Exception {
    List<String> acknowledged = writeAndKill(BlobWriter.class);
    assertThat(acknowledged).hasSizeGreaterThan(100);
    try (FileBlobStore store = FileBlobStore.open(folder)) {
      assertThat(store.list("", "", 10_000)).containsAll(acknowledged);
      assertThat(store.list("", "", 10_000))
          .allMatch(key -> store.get(key).orElseThrow().content().length == BlobWriter.LENGTH);
    }
  }

  /** Keys that the child said it had stored before it was killed with SIGKILL. */
  private List<String> writeAndKill(Class<?> writer) throws IOException, InterruptedException {
    return KilledProcess.linesOf(writer, 500, folder.toString());
  }

  /** Writes until it is killed, from several threads. */
  static final class Writer {
    public static void main(String[] arguments) {
      EmbeddedKeyValueStore store = EmbeddedKeyValueStore.open(Path.of(arguments[0]));
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 8; i++) {
          int writer = i;
          threads.submit(() -> write(store, writer));
        }
      }
    }

    private static void write(EmbeddedKeyValueStore store, int writer) {
      for (int i = 0; i < 100_000; i++) {
        String key = "key/" + writer + "/" + i;
        store.put(key, new byte[100 + i % 1000]);
        synchronized (System.out) {
          System.out.println(key);
          System.out.flush();
        }
      }
    }
  }

  /** Writes blobs until it is killed, from several threads. */
  static final class BlobWriter {
    static final int LENGTH = 20_000;

    public static void main(String[] arguments) {
      FileBlobStore store = FileBlobStore.open(Path.of(arguments[0]));
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 4; i++) {
          int writer = i;
          threads.submit(() -> write(store, writer));
        }
      }
    }

    private static void write(FileBlobStore store, int writer) {
      for (int i = 0; i < 2_000; i++) {
        String key = "blob/" + writer + "/" + i;
        store.put(key, new BlobStore.Blob(new byte[LENGTH], "a/b"));
        synchronized (System.out) {
          System.out.println(key);
          System.out.flush();
        }
      }
    }
  }
}
