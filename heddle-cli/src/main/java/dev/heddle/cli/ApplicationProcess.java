package dev.heddle.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
  private final Optional<Company> company;

  /**
   * @param company what runs beside it; an application that is one process has this one's output
   */
  ApplicationProcess(
      Path jar,
      int port,
      List<String> arguments,
      StopSignal stopSignal,
      PrintWriter out,
      Optional<Company> company) {
    this.jar = jar;
    this.port = port;
    this.arguments = List.copyOf(arguments);
    this.stopSignal = stopSignal;
    this.out = out;
    this.company = company;
  }

  /**
   * Runs the application until this process is told to stop it.
   *
   * @param folder where it runs
   * @param runFile what tells other commands of it, while it runs
   * @param running is run when it is ready
   */
  void run(Path folder, RunFile runFile, Runnable running)
      throws IOException, InterruptedException {
    Process process = start(new ProcessBuilder(command()).directory(folder.toFile()));
    try {
      stopSignal.watch(process);
      runFile.write(RunFile.Run.of(process.toHandle(), port, company.map(Company::scheduler)));
      if (announce(process)) running.run();
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

  private Process start(ProcessBuilder builder) throws IOException {
    if (company.isEmpty()) return builder.inheritIO().start();
    MergedLog log = company.get().log();
    Process process = builder.redirectErrorStream(true).start();
    log.started(Replicas.APPLICATION, process.pid());
    Thread.ofVirtual().start(() -> readOutput(process, log));
    return process;
  }

  private static void readOutput(Process process, MergedLog log) {
    try (BufferedReader output = process.inputReader()) {
      output.lines().forEach(line -> log.line(Replicas.APPLICATION, line));
    } catch (IOException | UncheckedIOException broken) {
      // The process is gone, or about to be.
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
        javaProgram(),
        "--enable-native-access=ALL-UNNAMED",
        // Protobuf, which the JDK would warn about on standard error.
        "--sun-misc-unsafe-memory-access=allow",
        // For 'heddle place' and 'heddle events replay'; the application lets only its own machine
        // change anything.
        "-Dmanagement.endpoint.heddle.access=unrestricted",
        "-Dmanagement.endpoint.heddleevents.access=unrestricted");
  }

  static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Says that an application is running, by its name if it tells that. */
  static String announcement(ApplicationClient application, String url) {
    return name(application) + " is running: " + url + "  (Ctrl-C stops it)";
  }

  /**
   * Waits until the application answers and has its replicas, and says so.
   *
   * @return whether it came so far
   */
  private boolean announce(Process process) throws InterruptedException {
    String url = RunFile.Run.url(port);
    try (ApplicationClient application = new ApplicationClient(url)) {
      for (int polls = 1; process.isAlive() && !stopSignal.requested(); polls++) {
        if (application.ready() && readyReplicas(application) == replicas()) {
          print(announcement(application, url));
          return true;
        }
        if (polls % POLLS_BETWEEN_REMINDERS == 0) {
          print("Still waiting for " + url + "/actuator/health ...");
        }
        process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
    return false;
  }

  private int replicas() {
    return company.map(Company::replicas).orElse(0);
  }

  private int readyReplicas(ApplicationClient application) {
    if (replicas() == 0) return 0;
    try {
      return (int)
          application.status().replicas().stream()
              .filter(replica -> replica.state().equals("ready"))
              .count();
    } catch (CommandFailure notExposed) {
      // It does not tell, and its first calls wait for them.
      return replicas();
    }
  }

  private void print(String line) {
    if (company.isPresent()) {
      company.get().log().line(MergedLog.HEDDLE, line);
      return;
    }
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
