package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      "  heddle run",
      "  heddle run --port 9090",
      "  heddle run -- --heddle.trail.enabled=true"
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
      names = "--application",
      paramLabel = "MODULE",
      description = "Which module to run, when the project has several applications.")
  private @Nullable String application;

  @Option(
      names = "--placement",
      paramLabel = "COMPONENT=PLACE",
      description = "Where calls to a component, or to all, go: local.")
  private Map<String, String> placements = Map.of();

  @Parameters(paramLabel = "ARGUMENT", description = "Arguments of the application, after --.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    checkOptions();
    PrintWriter out = spec.commandLine().getOut();
    Project project = Project.around(Path.of(""));
    RunFile runFile = new RunFile(project.root());
    refuseSecondRun(runFile.read());
    Path module = project.application(Optional.ofNullable(application));
    Optional<Path> built = Project.jar(module);
    if (built.isEmpty() || project.newerThan(built.get())) {
      new Build(project, spec.commandLine().getErr()).run(module);
    }
    Path jar =
        Project.jar(module)
            .orElseThrow(
                () -> CommandFailure.failed("the build left no executable jar in " + module));
    int chosen = new Ports().choose(port);
    return new ApplicationProcess(jar, project.root(), chosen, arguments, runFile, out).run();
  }

  private void checkOptions() {
    if (port < 0 || port > 65_535) {
      throw CommandFailure.usage("--port is from 0 to 65535, not " + port);
    }
    placements.forEach(
        (component, place) -> {
          if (place.equals("local")) return;
          throw CommandFailure.usage(
              "--placement "
                  + component
                  + "="
                  + place
                  + ": this version knows one placement, local");
        });
  }

  private static void refuseSecondRun(Optional<RunFile.Run> running) {
    if (running.isEmpty()) return;
    throw CommandFailure.failed(
        "the application already runs from this folder, at "
            + running.get().url()
            + ". Stop it first: kill "
            + running.get().pid());
  }
}
