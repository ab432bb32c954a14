package dev.heddle.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The process in which components run in {@link Mode#REMOTE}: one for all tests of this one,
 * started when the first needs it, and ended by the end of this one. Safe for use by many threads,
 * which have it in turn.
 */
final class SecondProcess {
  private static @Nullable SecondProcess running;

  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter commands;

  private SecondProcess(Process process) {
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /** Has it host an application's components, in place of those that it hosted before. */
  static synchronized void open(Path setup) {
    running().obey(Satellite.OPEN + setup);
  }

  /** Has it host nothing. */
  static synchronized void close() {
    running().obey(Satellite.CLOSE);
  }

  private static SecondProcess running() {
    SecondProcess known = running;
    if (known != null && known.process.isAlive()) return known;
    SecondProcess started = start();
    running = started;
    return started;
  }

  private static SecondProcess start() {
    try {
      return new SecondProcess(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  // Tests are short.
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Satellite.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException failure) {
      throw new UncheckedIOException("a second process cannot be started", failure);
    }
  }

  private void obey(String command) {
    commands.println(command);
    try {
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        if (!line.startsWith(Satellite.ANSWER)) {
          System.out.println(line);
          continue;
        }
        String answer = line.substring(Satellite.ANSWER.length());
        if (answer.equals(Satellite.DONE)) return;
        throw new IllegalStateException("in the second process: " + answer);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    throw new IllegalStateException("the second process ended; what it printed before says why");
  }
}
