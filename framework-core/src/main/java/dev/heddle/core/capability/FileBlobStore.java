package dev.heddle.core.capability;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.BlobStoreException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Blobs as files of a folder. A blob is written aside, forced to the disk and then moved to its
 * name, so it is there whole or not at all, after a power failure too. One process at a time can
 * open a folder. Safe for use by many threads.
 */
public final class FileBlobStore implements BlobStore, AutoCloseable {
  private static final String ASIDE = "aside";

  private final Path folder;
  private final FileChannel lock;

  /** Shared while a file gets its name, exclusive while empty folders go. */
  private final ReadWriteLock folders = new ReentrantReadWriteLock();

  private FileBlobStore(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Opens the store of a folder, which is made if it is not there.
   *
   * @throws IllegalStateException when another process has it open
   */
  @SuppressWarnings("MustBeClosedChecker") // close() closes the lock
  public static FileBlobStore open(Path folder) {
    Path absolute = folder.toAbsolutePath();
    try {
      Files.createDirectories(absolute.resolve(ASIDE));
      FileChannel lock =
          FileChannel.open(
              absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        lock.close();
        throw new IllegalStateException(
            "the blobs in "
                + absolute
                + " are in use. Stop the other process that uses them, or set"
                + " heddle.data-directory to another folder");
      }
      removeLeftovers(absolute.resolve(ASIDE));
      return new FileBlobStore(absolute, lock);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot use the folder of blobs " + absolute, failure);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  /** What a process that was killed had not finished. */
  private static void removeLeftovers(Path aside) throws IOException {
    try (var files = Files.newDirectoryStream(aside)) {
      for (Path file : files) Files.deleteIfExists(file);
    }
  }

  @Override
  public Optional<Blob> get(String key) {
    Path file = file(key);
    try {
      return Optional.of(BlobFile.read(file));
    } catch (FileNotFoundException none) {
      if (isMissing(file, key)) return Optional.empty();
      // Put there a moment ago.
      return get(key);
    } catch (IOException failure) {
      throw failed("read", key, failure);
    }
  }

  /** One look, which tells a file that is gone from one that may not be read. */
  private static boolean isMissing(Path file, String key) {
    try {
      file.getFileSystem().provider().checkAccess(file, AccessMode.READ);
      return false;
    } catch (NoSuchFileException missing) {
      return true;
    } catch (IOException failure) {
      throw failed("read", key, failure);
    }
  }

  @Override
  public void put(String key, Blob blob) {
    Path written = folder.resolve(ASIDE).resolve(UUID.randomUUID().toString());
    try {
      try {
        BlobFile.write(written, blob);
        name(written, file(key));
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException failure) {
      throw failed("write", key, failure);
    }
  }

  private void name(Path written, Path file) throws IOException {
    folders.readLock().lock();
    try {
      makeFolder(parent(file));
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      BlobFile.syncFolder(parent(file));
    } finally {
      folders.readLock().unlock();
    }
  }

  private static void makeFolder(Path wanted) throws IOException {
    if (Files.isDirectory(wanted)) return;
    makeFolder(parent(wanted));
    Files.createDirectories(wanted);
    BlobFile.syncFolder(parent(wanted));
  }

  @Override
  public boolean delete(String key) {
    Path file = file(key);
    folders.writeLock().lock();
    try {
      if (!Files.deleteIfExists(file)) return false;
      BlobFile.syncFolder(parent(file));
      removeEmpty(parent(file));
      return true;
    } catch (IOException failure) {
      throw failed("delete", key, failure);
    } finally {
      folders.writeLock().unlock();
    }
  }

  private void removeEmpty(Path emptied) throws IOException {
    try {
      for (Path next = emptied; !next.equals(folder); next = parent(next)) Files.delete(next);
    } catch (DirectoryNotEmptyException needed) {
      // It holds other blobs, and so do all above it.
    } catch (NoSuchFileException gone) {
      // Nothing was there to be removed.
    }
  }

  @Override
  public List<String> list(String prefix, String after, int limit) {
    try {
      return new BlobListing(prefix, after, limit).of(folder);
    } catch (IOException failure) {
      throw failed("list", prefix, failure);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path file(String key) {
    Path file = folder;
    for (String name : BlobNames.of(key)) file = file.resolve(name);
    return file;
  }

  private static Path parent(Path below) {
    return Objects.requireNonNull(below.getParent(), "the folder is absolute");
  }

  private static BlobStoreException failed(String what, String key, IOException cause) {
    BlobStoreException failure =
        new BlobStoreException("cannot " + what + " the blob " + key + ": " + cause.getMessage());
    failure.initCause(cause);
    return failure;
  }
}
