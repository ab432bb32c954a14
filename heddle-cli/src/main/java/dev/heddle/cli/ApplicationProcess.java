package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/** The application as a process: started, watched, and stopped when this process is told to. */
final class ApplicationProcess {
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Path jar;
  private final Path folder;
  private final String url;
  private final int port;
  private final List<String> arguments;
  private final RunFile runFile;
  private final PrintWriter out;
  private final AtomicBoolean stopping = new AtomicBoolean();

  ApplicationProcess(
      Path jar, Path folder, int port, List<String> arguments, RunFile runFile, PrintWriter out) {
    this.jar = jar;
    this.folder = folder;
    this.port = port;
    this.url = "http://localhost:" + port;
    this.arguments = List.copyOf(arguments);
    this.runFile = runFile;
    this.out = out;
  }

  /** Runs the application until it ends or this process is told to stop it. */
  int run() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command()).directory(folder.toFile()).inheritIO().start();
    stopOnSignals(process);
    try {
      runFile.write(RunFile.Run.of(process.toHandle(), url));
      announce(process);
      int exit = process.waitFor();
      if (stopping.get()) return ExitCode.DONE;
      throw CommandFailure.failed(
          "the application ended by itself, with exit code " + exit + "; its last lines say why");
    } finally {
      stop(process);
      runFile.delete();
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-jar");
    command.add(jar.toString());
    command.add("--server.port=" + port);
    command.addAll(arguments);
    return command;
  }

  private void stopOnSignals(Process process) {
    for (String name : List.of("INT", "TERM")) {
      Signal.handle(
          new Signal(name),
          signal -> {
            stopping.set(true);
            process.destroy();
          });
    }
  }

  /** Waits until the application answers, and says so. */
  private void announce(Process process) throws InterruptedException {
    try (ApplicationClient application = new ApplicationClient(url)) {
      while (process.isAlive()) {
        if (application.ready()) {
          out.println(name(application) + " is running: " + url + "  (Ctrl-C stops it)");
          out.flush();
          return;
        }
        process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private static String name(ApplicationClient application) {
    try {
      String name = application.status().application();
      return name.isEmpty()
          ? "The application"
          : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    } catch (CommandFailure notExposed) {
      return "The application";
    }
  }

  private static void stop(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
