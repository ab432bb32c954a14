package dev.heddle.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link KeptLog} from its begin, while it may still be written. A reader that is slower
 * than the log is turned misses what is gone. For one thread.
 */
final class KeptLogReader implements AutoCloseable {
  /** As Spring Boot writes a line: when, level, process, thread, logger, message. */
  private static final Pattern BEGIN = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+\\s+[A-Z]+ .*");

  private static final Pattern COMPONENT =
      Pattern.compile(
          "\\S+\\s+[A-Z]+ \\d+ --- (?:\\[[^\\]]*\\]\\s*)+component\\.([\\w$-]+)\\s+: .*");

  private final Path folder;
  private final Map<String, String> components = new HashMap<>();
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private @Nullable InputStream part;
  private boolean complete;
  private long number;

  KeptLogReader(Path folder) {
    this.folder = folder;
  }

  /** The next line; empty when there is none yet. */
  Optional<KeptLine> next() throws IOException {
    while (true) {
      InputStream open = part;
      if (open == null) {
        if (!turn()) return Optional.empty();
        continue;
      }
      if (readLine(open)) {
        Optional<KeptLine> line = line(begun.toString(StandardCharsets.UTF_8));
        begun.reset();
        if (line.isPresent()) return line;
      } else if (complete) {
        if (!turn()) return Optional.empty();
      } else {
        // Its end is looked for once more: it was perhaps written since.
        complete = KeptLog.parts(folder).higherKey(number) != null;
        if (!complete) return Optional.empty();
      }
    }
  }

  /** Goes on to the oldest part that was not read. */
  private boolean turn() throws IOException {
    var later = KeptLog.parts(folder).higherEntry(number);
    if (later == null) return false;
    close();
    begun.reset();
    complete = false;
    try {
      part = new BufferedInputStream(Files.newInputStream(later.getValue()));
    } catch (NoSuchFileException gone) {
      part = null;
    }
    number = later.getKey();
    return true;
  }

  /** Whether a line is complete now. */
  private boolean readLine(InputStream from) throws IOException {
    for (int next = from.read(); next >= 0; next = from.read()) {
      if (next == '\n') return true;
      begun.write(next);
    }
    return false;
  }

  private Optional<KeptLine> line(String kept) {
    String[] parts = kept.split(" ", 3);
    if (parts.length < 3 || !parts[0].matches("\\d{1,18}")) return Optional.empty();
    String process = parts[1];
    String line = parts[2];
    // What follows a line, as a stack trace does, belongs to it.
    if (BEGIN.matcher(line).matches()) {
      Matcher component = COMPONENT.matcher(line);
      components.put(process, component.matches() ? component.group(1) : "");
    }
    return Optional.of(
        new KeptLine(
            Instant.ofEpochMilli(Long.parseLong(parts[0])),
            process,
            components.getOrDefault(process, ""),
            line));
  }

  @Override
  public void close() throws IOException {
    InputStream open = part;
    if (open != null) open.close();
  }
}
