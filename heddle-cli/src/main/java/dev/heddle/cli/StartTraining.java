package dev.heddle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Lets Java learn how a replica starts, so that later ones start faster (JEP 514): one starts and
 * ends, and what Java learned is kept. It gives way to whatever else the machine has to do.
 */
final class StartTraining implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final List<String> command;
  private final Path folder;
  private final Path socket;
  private final Path made;
  private final Path kept;
  private final Thread thread;

  /**
   * @param socket where the process listens once it has started
   * @param made the file that the command leaves
   * @param kept what it is called when it is whole
   */
  StartTraining(List<String> command, Path folder, Path socket, Path made, Path kept) {
    this.command = command;
    this.folder = folder;
    this.socket = socket;
    this.made = made;
    this.kept = kept;
    this.thread = Thread.ofVirtual().name("start-training").unstarted(this::train);
  }

  /** Begins, unless there is what Java learned of this build already. */
  void begin() {
    if (!Files.exists(kept)) thread.start();
  }

  /** Ends it, done or not. */
  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private void train() {
    Process process;
    try {
      process = start();
    } catch (IOException noSuchProgram) {
      // Replicas start without it, too.
      return;
    }
    try {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (process.isAlive() && !Files.exists(socket) && System.nanoTime() < end) {
        process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
      // The end of its input is the end of a replica.
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) && Files.exists(made)) {
        Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException | InterruptedException givenUp) {
      // The next run tries again.
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private Process start() throws IOException {
    List<String> words = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/nice"))) {
      words.addAll(List.of("/usr/bin/nice", "-n", "19"));
    }
    words.addAll(command);
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
