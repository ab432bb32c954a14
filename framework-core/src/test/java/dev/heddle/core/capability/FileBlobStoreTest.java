package dev.heddle.core.capability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.BlobStore.Blob;
import dev.heddle.component.capability.BlobStoreException;
import dev.heddle.conformance.BlobStoreConformance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobStoreTest extends BlobStoreConformance {
  @TempDir Path parent;

  @SuppressWarnings("NullAway.Init") // store(...) opens it
  private FileBlobStore store;

  @Override
  protected BlobStore store(String component) {
    if (store == null) store = FileBlobStore.open(folder());
    return new ScopedBlobStore(store, component, LARGEST);
  }

  @AfterEach
  void nothingWasWrittenOutsideOfTheFolder() throws IOException {
    store.close();
    try (Stream<Path> beside = Files.list(parent)) {
      assertThat(beside).containsExactly(folder());
    }
    assertThat(files(folder())).allMatch(file -> !file.getFileName().toString().equals("escaped"));
  }

  @Test
  void keepsItsBlobsOverACloseAndRemovesWhatWasNotFinished() throws IOException {
    store.put("key", new Blob(new byte[] {1, 2}, "a/b"));
    store.close();
    Files.write(folder().resolve("aside/half"), new byte[1000]);
    store = FileBlobStore.open(folder());
    assertThat(store.get("key").orElseThrow().content()).containsExactly(1, 2);
    assertThat(folder().resolve("aside")).isEmptyDirectory();
  }

  @Test
  void leavesNoFolderBehindWhenItsLastBlobIsDeleted() throws IOException {
    store.put("a/b/c", new Blob(new byte[0], "a/b"));
    store.put("a/d", new Blob(new byte[0], "a/b"));
    store.delete("a/b/c");
    store.delete("a/b/c");
    assertThat(files(folder().resolve("a~"))).containsExactly(folder().resolve("a~/d.blob"));
    store.delete("a/d");
    assertThat(folder().resolve("a~")).doesNotExist();
  }

  @Test
  void saysThatSomebodyElseHasTheFolder() {
    assertThatThrownBy(() -> FileBlobStore.open(folder()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(folder().toString())
        .hasMessageContaining("heddle.data-directory");
  }

  @Test
  void aDamagedFileIsATypedFailure() throws IOException {
    store.put("key", new Blob(new byte[100], "a/b"));
    Path file = folder().resolve("key.blob");
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 3, 8, whole.length - 1)) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> store.get("key"))
          .isInstanceOf(BlobStoreException.class)
          .hasMessageContaining("cannot read the blob key");
    }
  }

  @Test
  void aFileInTheWayIsATypedFailureAndLeavesNothingAside() throws IOException {
    Files.createFile(folder().resolve("a~"));
    assertThatThrownBy(() -> store.put("a/b", new Blob(new byte[0], "a/b")))
        .isInstanceOf(BlobStoreException.class)
        .hasMessageContaining("cannot write the blob a/b");
    assertThat(folder().resolve("aside")).isEmptyDirectory();
  }

  @Test
  void passesOverFilesThatAreNotItsOwn() throws IOException {
    for (String name : List.of(".DS_Store", "A.blob", "%41.blob", "abc+", "x%00zz.blob", "b~c")) {
      Files.createFile(folder().resolve(name));
    }
    assertThat(store.list("", "", 10)).isEmpty();
  }

  private Path folder() {
    return parent.resolve("blobs");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
