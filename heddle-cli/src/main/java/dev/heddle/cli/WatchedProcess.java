package dev.heddle.cli;

import dev.heddle.cli.watch.Folders;
import dev.heddle.cli.watched.RestartSignal;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An application that runs from class folders under DevTools and starts anew when told to. */
final class WatchedProcess implements AutoCloseable {
  /** How the last start ended. */
  enum State {
    READY,
    FAILED,
    ENDED
  }

  /** By its name: only the application's process has what this class needs. */
  private static final String LISTENER = "dev.heddle.cli.watched.RestartSignal";

  private static final String TRIGGER = "restart.trigger";
  private static final Duration POLL = Duration.ofMillis(20);

  /** DevTools may not look yet when the trigger changes; then it is changed again. */
  private static final int POLLS_BETWEEN_TRIGGERS = 75;

  private final Path folder;
  private final List<String> command;
  private final Path control;
  private final Path signals;
  private final StopSignal stopSignal;
  private final RunFile runFile;
  private final int port;
  private @Nullable Process process;
  private int triggers;

  /**
   * An application, not yet started.
   *
   * @param folder where it runs
   * @param work a folder for what it is told and tells
   * @param classPath class folders and jars, DevTools among them
   */
  WatchedProcess(
      Path folder,
      Path work,
      String mainClass,
      List<Path> classPath,
      int port,
      List<String> arguments,
      StopSignal stopSignal)
      throws IOException {
    this.folder = folder;
    this.port = port;
    this.stopSignal = stopSignal;
    this.runFile = new RunFile(folder);
    control = Folders.empty(work.resolve("control"));
    signals = work.resolve("signals");
    List<Path> all = new ArrayList<>(List.of(control));
    all.addAll(classPath);
    command = command(all, mainClass, arguments);
    writeControl();
  }

  /** Starts it in a new process, and waits for what becomes of it. */
  State start() throws IOException, InterruptedException {
    Files.writeString(signals, "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
    // Whatever the application's own settings say.
    builder.environment().put("SPRING_DEVTOOLS_RESTART_ENABLED", "true");
    Process started = builder.start();
    process = started;
    stopSignal.watch(started);
    runFile.write(RunFile.Run.of(started.toHandle(), port, Optional.empty()));
    return await(0);
  }

  /** Starts it anew in the process that there is, or in a new one. */
  State restart() throws IOException, InterruptedException {
    if (!running()) return start();
    int seen = signals().size();
    trigger();
    return await(seen);
  }

  boolean running() {
    return process != null && process.isAlive();
  }

  int exitCode() {
    return Objects.requireNonNull(process).exitValue();
  }

  @Override
  public void close() {
    if (process != null) {
      stopSignal.stop(process);
      process.onExit().join();
    }
    runFile.delete();
  }

  private State await(int seen) throws IOException, InterruptedException {
    Process awaited = Objects.requireNonNull(process);
    for (int polls = 1; awaited.isAlive() && !stopSignal.requested(); polls++) {
      List<String> since = signals();
      since = since.subList(Math.min(seen, since.size()), since.size());
      if (since.contains("ready")) return State.READY;
      if (since.contains("failed")) return settled(awaited);
      if (seen > 0 && since.isEmpty() && polls % POLLS_BETWEEN_TRIGGERS == 0) trigger();
      awaited.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
    }
    return State.ENDED;
  }

  /** The first start that fails ends the process; DevTools keeps it after later ones. */
  private State settled(Process failed) throws IOException, InterruptedException {
    if (signals().contains("ready")) return State.FAILED;
    failed.waitFor();
    return State.ENDED;
  }

  private List<String> signals() throws IOException {
    return Files.readAllLines(signals);
  }

  private void trigger() throws IOException {
    triggers++;
    Files.writeString(control.resolve(TRIGGER), "x".repeat(triggers));
  }

  private List<String> command(List<Path> classPath, String mainClass, List<String> arguments) {
    List<String> words = new ArrayList<>(ApplicationProcess.java());
    words.add("-XX:TieredStopAtLevel=1");
    words.add("-D" + RestartSignal.FILE + "=" + signals);
    words.add("-Dspring.main.banner-mode=off");
    words.add("-Dspring.devtools.restart.trigger-file=" + TRIGGER);
    words.add("-Dspring.devtools.restart.poll-interval=100ms");
    words.add("-Dspring.devtools.restart.quiet-period=20ms");
    words.add("-Dspring.devtools.restart.log-condition-evaluation-delta=false");
    words.add("-Dspring.devtools.livereload.enabled=false");
    words.add("-cp");
    words.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    words.add(mainClass);
    words.add("--server.port=" + port);
    words.addAll(arguments);
    return words;
  }

  /** A folder of the class path: Spring Boot finds the listener there, DevTools the trigger. */
  private void writeControl() throws IOException {
    trigger();
    String name = LISTENER;
    Path listener = control.resolve(name.replace('.', '/') + ".class");
    Files.createDirectories(Objects.requireNonNull(listener.getParent()));
    try (InputStream code =
        Objects.requireNonNull(
            WatchedProcess.class.getResourceAsStream("watched/RestartSignal.class"))) {
      Files.copy(code, listener);
    }
    Path factories = Files.createDirectories(control.resolve("META-INF"));
    Files.writeString(
        factories.resolve("spring.factories"),
        "org.springframework.context.ApplicationListener=" + name + "\n");
  }
}
