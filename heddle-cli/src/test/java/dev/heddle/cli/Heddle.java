package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The command line as a process of its own, with its output. */
public final class Heddle implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 180;

  private final Process process;
  private final Thread reader;
  private final List<String> lines = new ArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();
  private boolean ended;

  private Heddle(Process process) {
    this.process = process;
    this.reader = Thread.ofVirtual().start(this::read);
  }

  /** Runs the packaged command line in a folder. */
  public static Heddle start(Path folder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the script does that starts it.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-jar", System.getProperty("heddle.jar")));
    command.addAll(Arrays.asList(arguments));
    return start(new ProcessBuilder(command).directory(folder.toFile()));
  }

  public static Heddle start(ProcessBuilder builder) throws IOException {
    return new Heddle(builder.redirectErrorStream(true).start());
  }

  /** The first line that contains a text; waits for it. */
  public String line(String text) throws InterruptedException {
    return line(text, 1);
  }

  /** The line that contains a text for the n-th time; waits for it. */
  public String line(String text, int occurrence) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (true) {
        List<String> found = lines.stream().filter(line -> line.contains(text)).toList();
        if (found.size() >= occurrence) return found.get(occurrence - 1);
        if (ended || left <= 0) throw new AssertionError("no line '" + text + "' in " + lines);
        left = more.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the end, and gives the exit code. */
  public int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
    reader.join();
    return process.exitValue();
  }

  /** All that was printed; waits for the end. */
  public String output() throws InterruptedException {
    exitCode();
    return String.join("\n", lines);
  }

  public void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) add(line);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      lock.lock();
      ended = true;
      more.signalAll();
      lock.unlock();
    }
  }

  private void add(String line) {
    lock.lock();
    try {
      lines.add(line);
      more.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
