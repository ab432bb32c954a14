package dev.heddle.cli.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Files below some folders, and some single files. The operating system's notices only say when to
 * look; what has changed is seen by comparing two looks, so that no lost notice and no editor's way
 * of saving matters.
 *
 * <p>For one thread.
 */
public final class SourceTree implements AutoCloseable {
  /** What one look saw of a file. */
  public record Stamp(FileTime changed, long length) {}

  /** A save in several steps is over when nothing has happened for so long. */
  private static final Duration QUIET = Duration.ofMillis(40);

  /** What writes without end is looked at in between. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final List<Path> roots;
  private final WatchService notices;

  /**
   * The files below some roots.
   *
   * @param roots folders, which need not exist, and files
   */
  public SourceTree(List<Path> roots) throws IOException {
    this.roots = List.copyOf(roots);
    if (roots.isEmpty()) throw new IllegalArgumentException("a tree needs a root");
    notices = roots.getFirst().getFileSystem().newWatchService();
  }

  /** Looks at all files. */
  public Map<Path, Stamp> look() throws IOException {
    Look look = new Look();
    for (Path root : roots) {
      if (Files.isDirectory(root)) Files.walkFileTree(root, look);
      else if (Files.exists(root)) look.visitFile(root, attributes(root));
    }
    return look.seen;
  }

  /**
   * Waits until something may have changed, at most for a time; then until that is over, and no
   * longer than for {@link #LONGEST}.
   */
  public void await(Duration time) throws InterruptedException {
    try {
      WatchKey key = notices.poll(time.toMillis(), TimeUnit.MILLISECONDS);
      long end = System.nanoTime() + LONGEST.toNanos();
      while (key != null) {
        key.pollEvents();
        key.reset();
        if (System.nanoTime() > end) return;
        key = notices.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (ClosedWatchServiceException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    notices.close();
  }

  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private final class Look extends SimpleFileVisitor<Path> {
    private final Map<Path, Stamp> seen = new TreeMap<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      folder.register(
          notices,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      seen.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure == null || failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }
  }
}
