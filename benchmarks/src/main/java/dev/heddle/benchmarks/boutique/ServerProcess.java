package dev.heddle.benchmarks.boutique;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process of a shop, whose output goes to a file beside it. It ends when it is closed, and when
 * this process ends, which it sees by the end of its standard input.
 */
final class ServerProcess implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Pattern STARTED = Pattern.compile("Started \\w+ in ");
  private static final Duration LONGEST_START = Duration.ofMinutes(10);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final String name;
  private final Process process;
  private final Path log;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();

  private ServerProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a process.
   *
   * @param folder where it runs, and its output goes
   */
  static ServerProcess start(String name, List<String> command, Path folder) throws IOException {
    Files.createDirectories(folder);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    ServerProcess started = new ServerProcess(name, process, folder.resolve(name + ".log"));
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    Thread.ofPlatform().daemon().name(name).start(started::listen);
    return started;
  }

  long pid() {
    return process.pid();
  }

  /**
   * Waits until it has started.
   *
   * @return the port that its web server took; 0 when it has none
   */
  int awaitStart() throws IOException, InterruptedException {
    try {
      return port.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw new IOException(name + " has not started; its output is in " + log, failed);
    }
  }

  private void listen() {
    int found = 0;
    try (BufferedReader output = process.inputReader();
        BufferedWriter file = Files.newBufferedWriter(log)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        file.append(line).append('\n').flush();
        Matcher matcher = PORT.matcher(line);
        if (matcher.find()) found = Integer.parseInt(matcher.group(1));
        if (STARTED.matcher(line).find()) port.complete(found);
      }
      port.completeExceptionally(new IOException("it has ended"));
    } catch (IOException failed) {
      port.completeExceptionally(failed);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) return;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
