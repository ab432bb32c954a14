package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a scheduler must know after a restart, on disk: replaced as a whole, so that a reader sees
 * the old or the new one. Held by one scheduler at a time. For one thread.
 */
final class StateFile implements AutoCloseable {
  /**
   * What is kept.
   *
   * @param epoch number of the last table that was published, or was about to be
   * @param entries of that table, by component
   * @param decisions where components are wanted, by name
   * @param moves newest last
   */
  record Kept(
      long epoch, Map<String, Entry> entries, Map<String, Decision> decisions, List<Move> moves) {
    static final Kept NOTHING = new Kept(0, Map.of(), Map.of(), List.of());

    /** Copies the collections. */
    Kept {
      entries = Map.copyOf(entries);
      decisions = Map.copyOf(decisions);
      moves = List.copyOf(moves);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final FileChannel channel;

  private StateFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a folder's.
   *
   * @throws IOException when it cannot, or another scheduler has it
   */
  static StateFile open(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!taken(channel)) {
      channel.close();
      throw new IOException("another scheduler works with " + folder);
    }
    return new StateFile(folder.resolve("state.json"), channel);
  }

  /** Until the channel is closed, or this process ends. */
  private static boolean taken(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException inThisProcess) {
      return false;
    }
  }

  /** What was kept last; nothing where there is none, or nobody can read it any more. */
  Kept read() {
    try {
      Kept kept = JSON.readValue(Files.readString(file), Kept.class);
      return kept != null ? kept : Kept.NOTHING;
    } catch (NoSuchFileException first) {
      return Kept.NOTHING;
    } catch (IOException | JacksonException damaged) {
      // Processes tell the epoch that they have, so tables go on from there.
      System.getLogger(StateFile.class.getName())
          .log(
              System.Logger.Level.WARNING,
              file + " cannot be read, and is begun anew: " + damaged.getMessage());
      return Kept.NOTHING;
    }
  }

  /** Keeps something: it is on disk when this returns. */
  void write(Kept kept) {
    Path next = file.resolveSibling("state.next");
    try {
      try (FileChannel out =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(kept));
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
