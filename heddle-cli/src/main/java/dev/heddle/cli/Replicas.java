package dev.heddle.cli;

import dev.heddle.scheduler.ProcessSpecification;
import dev.heddle.scheduler.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The replicas of an application on this machine, each a process, and the sockets by which they and
 * the application find each other.
 */
final class Replicas implements AutoCloseable {
  /** The application's own process, beside its replicas. */
  static final String APPLICATION = "application";

  private static final String MAIN = "dev.heddle.core.spring.ReplicaApplication";
  private static final String TRAINING = "training";

  private final ApplicationLayout layout;
  private final Path folder;
  private final Path sockets;
  private final List<String> names;
  private final ReplicaHeap heap;
  private final List<String> arguments;

  /**
   * @param folder where they run
   * @param count how many there are
   * @param heap what each of them may take
   * @param arguments the application's own, which decide its revision
   */
  Replicas(
      ApplicationLayout layout, Path folder, int count, ReplicaHeap heap, List<String> arguments)
      throws IOException {
    this.layout = layout;
    this.folder = folder;
    // Not in the project's folder: the name of a socket is short.
    this.sockets = Files.createTempDirectory("heddle");
    this.names = names(count);
    this.heap = heap;
    this.arguments = List.copyOf(arguments);
  }

  /** What so many are called. */
  static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(each -> "replica-" + each).toList();
  }

  int count() {
    return names.size();
  }

  /** Runs them, and the scheduler, until what is returned is closed. */
  Supervisor run(SchedulerProcess scheduler, MergedLog log, Duration grace) {
    List<ProcessSpecification> processes = new ArrayList<>();
    processes.add(scheduler.specification(socket(SchedulerProcess.NAME)));
    names.forEach(name -> processes.add(specification(name)));
    return new Supervisor(processes, log, grace);
  }

  /** What the application is told of them. */
  List<String> applicationArguments() {
    return List.of(
        "--heddle.replicas.addresses="
            + String.join(",", names.stream().map(this::socket).toList()),
        "--heddle.replica.listen=" + socket(APPLICATION),
        "--heddle.replica.name=" + APPLICATION,
        "--heddle.replica.grants=true",
        "--heddle.scheduler.address=" + socket(SchedulerProcess.NAME),
        "--heddle.replica.max-calls=10000",
        "--heddle.replica.supervised=true");
  }

  /** A replica that starts and ends again, so that Java learns for the others. */
  StartTraining training() {
    Path made = layout.startCache().resolveSibling("training.aot");
    List<String> command = java();
    command.add("-XX:AOTCacheOutput=" + made);
    command.addAll(words(TRAINING));
    return new StartTraining(command, folder, sockets.resolve(TRAINING), made, layout.startCache());
  }

  private ProcessSpecification specification(String name) {
    return new ProcessSpecification(name, folder, Map.of(), () -> command(name));
  }

  private List<String> command(String name) {
    List<String> command = java();
    if (Files.exists(layout.startCache())) command.add("-XX:AOTCache=" + layout.startCache());
    command.addAll(words(name));
    command.add("--heddle.scheduler.address=" + socket(SchedulerProcess.NAME));
    return command;
  }

  private List<String> java() {
    List<String> java = new ArrayList<>(ApplicationProcess.java());
    // A replica reflects while it starts and then no more: Java is not to generate classes for it.
    java.add("-Djdk.reflect.useNativeAccessorOnly=true");
    java.add(heap.option());
    return java;
  }

  private List<String> words(String name) {
    List<String> words = new ArrayList<>(List.of("-cp", layout.jar().toString(), MAIN));
    words.addAll(arguments);
    words.addAll(
        List.of(
            "--heddle.placement=sandboxed",
            "--heddle.replica.listen=" + socket(name),
            "--heddle.replica.name=" + name,
            "--heddle.replica.satellite=true",
            "--heddle.replica.supervised=true",
            "--heddle.replicas.addresses=" + socket(APPLICATION)));
    return words;
  }

  private String socket(String name) {
    return "unix:" + sockets.resolve(name);
  }

  /** Removes the sockets. */
  @Override
  public void close() throws IOException {
    try (var left = Files.list(sockets)) {
      for (Path each : left.toList()) Files.deleteIfExists(each);
    }
    Files.deleteIfExists(sockets);
  }
}
