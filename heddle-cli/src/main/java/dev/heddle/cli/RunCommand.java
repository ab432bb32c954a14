package dev.heddle.cli;

import dev.heddle.scheduler.Supervisor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Builds the application if needed and runs it; Ctrl-C stops it.",
    footer = {
      "%nExamples:",
      "  ./heddle run",
      "  ./heddle run --port 9090",
      "  ./heddle run --watch",
      "  ./heddle run --placement all=sandboxed --placement Cart=local",
      "  ./heddle run --processes 2 --placement all=remote",
      "  ./heddle run -- --heddle.trail.enabled=true"
    })
final class RunCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on (${DEFAULT-VALUE}); 0 takes a free one.",
      defaultValue = "8080")
  private int port;

  @Option(
      names = "--watch",
      description = "Compiles what is saved, and starts the application anew with it.")
  private boolean watch;

  @Option(
      names = "--application",
      paramLabel = "MODULE",
      description = {
        "Folder of the module to run, when the project has several applications; by default",
        "what the property heddle.application of the root pom.xml says."
      })
  private @Nullable String application;

  @Option(
      names = "--placement",
      paramLabel = "COMPONENT=PLACE",
      description =
          "Where calls to a component, or to all that can, go: local, sandboxed or remote; several"
              + " times.")
  private Map<String, String> placements = Map.of();

  @Option(
      names = "--processes",
      paramLabel = "N",
      description =
          "How many replicas run beside the application, from 0 to 64 (${DEFAULT-VALUE}); remote"
              + " calls go to them.",
      defaultValue = "0")
  private int processes;

  @Option(
      names = "--replica-heap",
      paramLabel = "SIZE",
      description = {
        "The most heap that a replica may take, such as 512m; by default all of them together half",
        "of the machine's memory."
      })
  private @Nullable String replicaHeap;

  @Option(
      names = "--dashboard-port",
      paramLabel = "N",
      description =
          "Port of the dashboard that there is with replicas, for this machine alone; 0, which is"
              + " usual, takes a free one.",
      defaultValue = "0")
  private int dashboardPort;

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description =
          "How long the application may take to stop before it is killed (${DEFAULT-VALUE}).",
      defaultValue = "35")
  private int grace;

  @Parameters(paramLabel = "ARGUMENT", description = "Arguments of the application, after --.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkOptions();
    StopSignal stopSignal = new StopSignal(Duration.ofSeconds(grace));
    stopSignal.listen();
    Project project = Project.in(Path.of(""));
    RunFile runFile = new RunFile(project.root());
    try (var _ = RunLock.take(project.root(), runFile)) {
      int free = new Ports().choose(port);
      List<String> words = new ArrayList<>(Placements.arguments(placements));
      words.addAll(arguments);
      Path module = project.application(Optional.ofNullable(application));
      KeptLog.forget(project.root());
      if (watch) {
        new Watch(project, module, stopSignal, spec.commandLine().getErr())
            .run(free, words, spec.commandLine().getOut());
        return ExitCode.DONE;
      }
      ExecutableJar jar =
          new ApplicationJar(project, stopSignal, spec.commandLine().getErr()).of(module);
      if (processes > 0) {
        try (KeptLog kept = KeptLog.begin(project.root(), names())) {
          MergedLog log = new MergedLog(spec.commandLine().getOut(), kept);
          split(jar, project.root(), stopSignal, runFile, free, words, log);
        }
        return ExitCode.DONE;
      }
      new ApplicationProcess(
              jar.file(), free, words, stopSignal, spec.commandLine().getOut(), Optional.empty())
          .run(project.root(), runFile, () -> {});
    }
    return ExitCode.DONE;
  }

  /** Runs the application with replicas: they start beside it, and end after it. */
  private void split(
      ExecutableJar jar,
      Path folder,
      StopSignal stopSignal,
      RunFile runFile,
      int free,
      List<String> words,
      MergedLog log)
      throws IOException, InterruptedException {
    ApplicationLayout layout = ApplicationLayout.of(jar, folder.resolve(".heddle/layout"));
    SchedulerLink link =
        new SchedulerLink(
            RunFile.Run.url(new Ports().choose(dashboardPort)), SchedulerProcess.newToken());
    SchedulerProcess scheduler = new SchedulerProcess(link, RunFile.Run.url(free), folder);
    try (Replicas replicas = new Replicas(layout, folder, processes, heap(), arguments);
        StartTraining training = replicas.training();
        Supervisor _ = replicas.run(scheduler, log, Duration.ofSeconds(grace))) {
      List<String> all = new ArrayList<>(words);
      all.addAll(replicas.applicationArguments());
      new ApplicationProcess(
              layout.jar(),
              free,
              all,
              stopSignal,
              spec.commandLine().getOut(),
              Optional.of(new Company(log, processes, link)))
          .run(
              folder,
              runFile,
              () -> {
                training.begin();
                log.line(
                    MergedLog.HEDDLE, "The dashboard: " + link.page(), "The dashboard: " + link);
              });
    }
  }

  private ReplicaHeap heap() {
    return replicaHeap == null ? ReplicaHeap.usual(processes) : ReplicaHeap.parse(replicaHeap);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(Replicas.APPLICATION));
    names.addAll(Replicas.names(processes));
    names.addAll(List.of(SchedulerProcess.NAME, MergedLog.HEDDLE));
    return names;
  }

  private void checkOptions() {
    if (port < 0 || port > 65_535) {
      throw CommandFailure.usage("--port is from 0 to 65535, not " + port);
    }
    if (dashboardPort < 0 || dashboardPort > 65_535) {
      throw CommandFailure.usage("--dashboard-port is from 0 to 65535, not " + dashboardPort);
    }
    if (grace < 0) throw CommandFailure.usage("--grace is not negative, unlike " + grace);
    Placements.arguments(placements);
    if (processes < 0 || processes > 64) {
      throw CommandFailure.usage("--processes is from 0 to 64, not " + processes);
    }
    if (replicaHeap != null) ReplicaHeap.parse(replicaHeap);
    if (processes == 0 && placements.containsValue("remote")) {
      throw CommandFailure.usage(
          "a component is remote where there are replicas: say --processes N, too");
    }
    if (watch && processes > 0) {
      throw CommandFailure.usage("--watch runs one process: leave out --processes");
    }
    if (watch && placements.containsValue("sandboxed")) {
      throw CommandFailure.usage(
          "--watch compiles nothing for the sandbox: its components are local");
    }
    if (arguments.stream().anyMatch(argument -> argument.startsWith("--server.port="))) {
      throw CommandFailure.usage("choose the port with --port N, before the --");
    }
  }
}
