package dev.heddle.boutique;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged shop, running as a process of its own. */
final class ShopProcess implements AutoCloseable {
  private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

  private final Process process;
  private final int port;

  private ShopProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the shop on a free port and waits until it answers. */
  static ShopProcess start(Path dataDirectory, String... more) throws Exception {
    return start(packaged(), dataDirectory, more);
  }

  /** The shop's jar, as it is built. */
  static Path packaged() throws IOException {
    Path jar = Path.of("target/boutique.jar").toAbsolutePath();
    if (!Files.exists(jar)) throw new IOException("Build it first: there is no " + jar);
    return jar;
  }

  /** Starts the shop from a jar of it. */
  static ShopProcess start(Path jar, Path dataDirectory, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It runs for seconds, which is not worth compiling well.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--heddle.data-directory=" + dataDirectory));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    CompletableFuture<Integer> port = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> read(process, port));
    try {
      return new ShopProcess(process, port.get(120, TimeUnit.SECONDS));
    } catch (Exception failed) {
      process.destroyForcibly();
      throw failed;
    }
  }

  int port() {
    return port;
  }

  /** Ends the process as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  private static void read(Process process, CompletableFuture<Integer> port) {
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        Matcher started = STARTED.matcher(line);
        if (started.find()) port.complete(Integer.parseInt(started.group(1)));
      }
    } catch (IOException closed) {
      output.append(closed);
    }
    port.completeExceptionally(new IOException("The shop ended:\n" + output));
  }
}
