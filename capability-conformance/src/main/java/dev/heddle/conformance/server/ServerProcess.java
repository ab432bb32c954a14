package dev.heddle.conformance.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * One process of a server. The kernel ends it when this process dies, however it dies. Linux alone.
 */
final class ServerProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** The kernel watches the thread that starts a process, so it is one that lives on. */
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("servers").factory());

  private final Process process;
  private final Path folder;
  private final Path log;

  private ServerProcess(Process process, Path folder, Path log) {
    this.process = process;
    this.folder = folder;
    this.log = log;
  }

  /** Whether this machine has all these programs. */
  static boolean installed(List<String> programs) {
    List<Path> folders = Stream.of(System.getenv("PATH").split(":")).map(Path::of).toList();
    return programs.stream()
        .allMatch(
            program ->
                folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program))));
  }

  /**
   * Starts a process.
   *
   * @param user the user to run as when this process is root's; empty for the same user
   * @param signal the signal by which the kernel ends it
   * @param folder where it runs and what it says is kept
   */
  static ServerProcess start(String user, String signal, Path folder, List<String> command) {
    Path log = folder.resolve(Path.of(command.getFirst()).getFileName() + ".log");
    List<String> whole = new ArrayList<>(as(user));
    whole.addAll(List.of("setpriv", "--pdeathsig", signal));
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    try {
      return new ServerProcess(STARTER.submit(builder::start).get(), folder, log);
    } catch (ExecutionException | InterruptedException failure) {
      throw new IllegalStateException("cannot start " + command.getFirst(), failure);
    }
  }

  /** Runs a program to its end, and fails when it does. */
  static void run(String user, Path folder, List<String> command) {
    List<String> whole = new ArrayList<>(as(user));
    whole.addAll(command);
    try {
      Process process =
          new ProcessBuilder(whole).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) throw new IllegalStateException(command + " failed: " + output);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException("cannot run " + command.getFirst(), failure);
    }
  }

  private static List<String> as(String user) {
    boolean change = !user.isEmpty() && "root".equals(System.getProperty("user.name"));
    return change
        ? List.of("setpriv", "--reuid", user, "--regid", user, "--clear-groups")
        : List.of();
  }

  /** A port that was free a moment ago. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Waits until {@code ready}; fails with the server's log when it ends before. */
  void await(BooleanSupplier ready) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        throw new IllegalStateException("the server did not start:\n" + log());
      }
      try {
        // Only how often it is asked.
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
    }
  }

  private String log() {
    try {
      return Files.readString(log);
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  /** Ends it and all that it started. */
  void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    process.onExit().join();
    children.forEach(child -> child.onExit().join());
  }

  /** Stops it and all that it started in the middle of whatever they do. */
  void freeze() {
    signal("STOP");
  }

  /** Lets it go on after {@link #freeze}. */
  void thaw() {
    signal("CONT");
  }

  private void signal(String name) {
    // One by one: some may end while they are counted.
    Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .map(one -> "kill -" + name + " " + one.pid() + " 2>/dev/null; true")
        .forEach(command -> run("", folder, List.of("sh", "-c", command)));
  }
}
