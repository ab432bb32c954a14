package dev.heddle.placements;

import dev.heddle.core.RequestContext;
import dev.heddle.placements.fixture.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A journal in a file, which every process sees at once: for each page how often, and when last.
 */
final class FileJournal implements Journal {
  private static final int PAGES = 64;
  private static final VarHandle LONGS = ValueLayout.JAVA_LONG.varHandle();

  private final MemorySegment notes;
  private final Runnable onCrash;

  FileJournal(Path file, Runnable onCrash) {
    this.onCrash = onCrash;
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      notes = channel.map(MapMode.READ_WRITE, 0, 2L * Long.BYTES * PAGES, Arena.ofAuto());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void note(int page) {
    LONGS.setVolatile(notes, offset(page) + Long.BYTES, System.nanoTime());
    LONGS.getAndAdd(notes, offset(page), 1L);
  }

  @Override
  public String request() {
    return RequestContext.current()
        .map(request -> request.caller() + " " + request.trace().traceId())
        .orElse("none");
  }

  @Override
  public void crash() {
    onCrash.run();
  }

  /** How often a page was noted on. */
  long count(int page) {
    return (long) LONGS.getVolatile(notes, offset(page));
  }

  /** When last, by the clock of {@link System#nanoTime}, which all processes of a machine share. */
  long last(int page) {
    return (long) LONGS.getVolatile(notes, offset(page) + Long.BYTES);
  }

  private static long offset(int page) {
    return 2L * Long.BYTES * page;
  }
}
