package dev.heddle.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of a run, kept for {@code heddle logs} in {@code .heddle/log} of the project's folder: in
 * numbered parts, the last two of which are there. Safe for use by many threads.
 */
final class KeptLog implements AutoCloseable {
  /** How many bytes a part has at most, or one line more. */
  static final long PART_BYTES = 8 << 20;

  private static final int PARTS = 2;
  private static final int LONGEST_LINE = 64 << 10;
  private static final String WRITER = "writer.json";
  private static final FileAttribute<?> OWN =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Who writes a log.
   *
   * @param pid the process of {@code heddle run}; 0 when it has ended
   * @param started when it started, in milliseconds since 1970: a pid alone may have passed on
   * @param processes whose lines there may be
   */
  record Writer(long pid, long started, List<String> processes) {
    boolean alive() {
      return pid != 0
          && ProcessHandle.of(pid)
              .filter(ProcessHandle::isAlive)
              .filter(process -> Math.abs(start(process) - started) < 5_000)
              .isPresent();
    }

    static long start(ProcessHandle process) {
      return process.info().startInstant().map(at -> at.toEpochMilli()).orElse(0L);
    }
  }

  private final Path folder;
  private final Writer writer;
  private final long partBytes;
  private OutputStream part;
  private long number;
  private long written;
  private boolean closed;

  private KeptLog(Path folder, Writer writer, long partBytes) throws IOException {
    this.folder = folder;
    this.writer = writer;
    this.partBytes = partBytes;
    this.part = next();
  }

  /** Begins the log of a run; what an earlier one left is gone. */
  static KeptLog begin(Path project, List<String> processes) throws IOException {
    return begin(project, processes, PART_BYTES);
  }

  static KeptLog begin(Path project, List<String> processes, long partBytes) throws IOException {
    forget(project);
    Path folder = folder(project);
    Files.createDirectories(folder.getParent());
    // What an application logs is its own affair.
    if (!Files.isDirectory(folder)) Files.createDirectory(folder, OWN);
    ProcessHandle here = ProcessHandle.current();
    Writer writer = new Writer(here.pid(), Writer.start(here), processes);
    KeptLog log = new KeptLog(folder, writer, partBytes);
    log.write(writer);
    return log;
  }

  /** Removes what a run has left. */
  static void forget(Path project) throws IOException {
    Path folder = folder(project);
    Files.deleteIfExists(folder.resolve(WRITER));
    for (Path each : parts(folder).values()) Files.deleteIfExists(each);
  }

  static Path folder(Path project) {
    return project.resolve(".heddle").resolve("log");
  }

  /** Who writes, or has written, the log; empty when there is none. */
  static Optional<Writer> writer(Path folder) {
    try {
      return Optional.ofNullable(
          JSON.readValue(Files.readString(folder.resolve(WRITER)), Writer.class));
    } catch (IOException | JacksonException missing) {
      return Optional.empty();
    }
  }

  /** The parts that there are, by number. */
  static TreeMap<Long, Path> parts(Path folder) throws IOException {
    TreeMap<Long, Path> parts = new TreeMap<>();
    if (!Files.isDirectory(folder)) return parts;
    try (var files = Files.newDirectoryStream(folder, "*.log")) {
      for (Path each : files) {
        String name = each.getFileName().toString();
        if (name.matches("\\d{1,18}\\.log")) {
          parts.put(Long.parseLong(name.substring(0, name.indexOf('.'))), each);
        }
      }
    }
    return parts;
  }

  /** Adds a line of a process; no line break is in it. One that comes too late is not kept. */
  synchronized void add(String process, String line) {
    if (closed) return;
    String kept = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    String text = System.currentTimeMillis() + " " + process + " " + kept + "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      part.write(bytes);
      written += bytes.length;
      if (written >= partBytes) turn();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void turn() throws IOException {
    part.close();
    part = next();
    for (Path old : parts(folder).headMap(number - PARTS, true).values()) {
      Files.deleteIfExists(old);
    }
  }

  private OutputStream next() throws IOException {
    number++;
    written = 0;
    return Files.newOutputStream(
        folder.resolve(number + ".log"),
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  private void write(Writer who) throws IOException {
    Path next = Files.createTempFile(folder, "writer", ".tmp");
    Files.writeString(next, JSON.writeValueAsString(who));
    Files.move(
        next,
        folder.resolve(WRITER),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Says that no more lines come. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    part.close();
    write(new Writer(0, 0, writer.processes()));
  }
}
