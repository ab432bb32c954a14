package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Builds the application if needed, and checks the boundaries of its components without"
            + " running it.",
    footer = {
      "%nExamples:",
      "  ./heddle check",
      "  ./heddle check --allow-cycle shop.cart,shop.pricing",
      "  ./heddle check -o json"
    })
final class CheckCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofSeconds(5);

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--application",
      paramLabel = "MODULE",
      description = "Folder of the module to check, when the project has several applications.")
  private @Nullable String application;

  @Option(
      names = "--allow-cycle",
      paramLabel = "PACKAGE,PACKAGE",
      description = "Packages of components that are meant to depend on each other.")
  private List<String> allowedCycles = List.of();

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private StatusCommand.Format format = StatusCommand.Format.TEXT;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Set<String>> cycles = allowedCycles.stream().map(CheckCommand::cycle).toList();
    Project project = Project.in(Path.of(""));
    Path module = project.application(Optional.ofNullable(application));
    CheckReport report = check(project, module, cycles);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(report.json());
      case TEXT -> out.print(report.text());
    }
    out.flush();
    return report.passed() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private CheckReport check(Project project, Path module, List<Set<String>> cycles)
      throws IOException, InterruptedException {
    StopSignal stopSignal = new StopSignal(GRACE);
    stopSignal.listen();
    ExecutableJar jar =
        new ApplicationJar(project, stopSignal, spec.commandLine().getErr()).of(module);
    Set<Path> parts = project.parts(module);
    try (UnpackedApplication unpacked = UnpackedApplication.of(jar, project.artifacts(parts))) {
      return new CheckReport(
          new BoundaryCheck(unpacked, new Sources(project.root(), parts)).crossings(cycles));
    }
  }

  private static Set<String> cycle(String packages) {
    Set<String> cycle = new TreeSet<>(List.of(packages.split(",")));
    if (cycle.size() > 1) return cycle;
    throw CommandFailure.usage(
        "--allow-cycle wants two packages or more, separated by commas, not " + packages);
  }
}
