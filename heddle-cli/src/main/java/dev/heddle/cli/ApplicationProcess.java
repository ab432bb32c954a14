package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as a process: started, watched until it is ready, and seen to its end. */
final class ApplicationProcess {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int POLLS_BETWEEN_REMINDERS = 300;

  private final Path jar;
  private final int port;
  private final List<String> arguments;
  private final StopSignal stopSignal;
  private final PrintWriter out;

  ApplicationProcess(
      Path jar, int port, List<String> arguments, StopSignal stopSignal, PrintWriter out) {
    this.jar = jar;
    this.port = port;
    this.arguments = List.copyOf(arguments);
    this.stopSignal = stopSignal;
    this.out = out;
  }

  /**
   * Runs the application until this process is told to stop it.
   *
   * @param folder where it runs
   * @param runFile what tells other commands of it, while it runs
   */
  void run(Path folder, RunFile runFile) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command()).directory(folder.toFile()).inheritIO().start();
    try {
      stopSignal.watch(process);
      runFile.write(RunFile.Run.of(process.toHandle(), port));
      announce(process);
      int exit = process.waitFor();
      if (stopSignal.explainsTheEnd()) return;
      throw CommandFailure.failed(
          "the application ended by itself, with exit code " + exit + "; its last lines say why");
    } finally {
      stopSignal.stop(process);
      process.waitFor();
      runFile.delete();
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(java());
    command.add("-jar");
    command.add(jar.toString());
    command.add("--server.port=" + port);
    command.addAll(arguments);
    return command;
  }

  /** What every application's command line begins with. */
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        // For 'heddle place' and 'heddle events replay'; the application lets only its own machine
        // change anything.
        "-Dmanagement.endpoint.heddle.access=unrestricted",
        "-Dmanagement.endpoint.heddleevents.access=unrestricted");
  }

  /** Says that an application is running, by its name if it tells that. */
  static String announcement(ApplicationClient application, String url) {
    return name(application) + " is running: " + url + "  (Ctrl-C stops it)";
  }

  /** Waits until the application answers, and says so. */
  private void announce(Process process) throws InterruptedException {
    String url = RunFile.Run.url(port);
    try (ApplicationClient application = new ApplicationClient(url)) {
      for (int polls = 1; process.isAlive() && !stopSignal.requested(); polls++) {
        if (application.ready()) {
          print(announcement(application, url));
          return;
        }
        if (polls % POLLS_BETWEEN_REMINDERS == 0) {
          print("Still waiting for " + url + "/actuator/health ...");
        }
        process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  private void print(String line) {
    out.println(line);
    out.flush();
  }

  private static String name(ApplicationClient application) {
    try {
      String name = application.status().application();
      if (!name.isEmpty()) return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    } catch (CommandFailure notExposed) {
      // An application runs as well without telling its name.
    }
    return "The application";
  }
}
