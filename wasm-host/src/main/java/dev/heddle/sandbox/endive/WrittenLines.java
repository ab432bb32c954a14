package dev.heddle.sandbox.endive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lines of text that arrive in pieces. */
final class WrittenLines {
  private static final int LONGEST = 8_192;

  private final Consumer<String> log;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  WrittenLines(Consumer<String> log) {
    this.log = log;
  }

  void write(byte[] piece) {
    for (byte each : piece) {
      if (each != '\n') line.write(each);
      if (each == '\n' || line.size() == LONGEST) log();
    }
  }

  /** What has no end yet is a line too. */
  void end() {
    if (line.size() > 0) log();
  }

  private void log() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    log.accept(text);
  }
}
