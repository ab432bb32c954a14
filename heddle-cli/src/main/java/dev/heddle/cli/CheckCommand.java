package dev.heddle.cli;

import dev.heddle.cli.schema.Change;
import dev.heddle.cli.schema.Comparison;
import dev.heddle.cli.schema.Schema;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
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
        "Builds the application if needed, and checks the boundaries of its components, and what a"
            + " change of their interfaces breaks, without running it.",
    footer = {
      "%nExamples:",
      "  ./heddle check",
      "  ./heddle check --allow-cycle shop.cart,shop.pricing",
      "  ./heddle check --against v1.0",
      "  ./heddle check --against releases/shop-1.0.jar",
      "  ./heddle check --write-snapshot",
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

  @Option(
      names = "--against",
      paramLabel = "REV|FILE",
      description =
          "Compare with an earlier schema: of a git revision that holds a snapshot, of a jar, or a"
              + " snapshot.")
  private @Nullable String against;

  @Option(
      names = "--write-snapshot",
      description =
          "Write what the components look like from outside to "
              + SchemaSnapshot.FILE
              + " in the application's folder, to be committed.")
  private boolean writeSnapshot;

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
    Sources sources = new Sources(project.root(), parts);
    try (UnpackedApplication unpacked = UnpackedApplication.of(jar, project.artifacts(parts))) {
      List<Crossing> crossings = new BoundaryCheck(unpacked, sources).crossings(cycles);
      SchemaSnapshot snapshot = SchemaSnapshot.of(unpacked);
      Path file = module.resolve(SchemaSnapshot.FILE);
      if (writeSnapshot) Files.writeString(file, snapshot.text());
      return new CheckReport(
          crossings,
          Optional.of(file)
              .filter(committed -> outdated(committed, snapshot))
              .map(committed -> project.root().relativize(committed).toString()),
          compatibility(module, snapshot, sources));
    }
  }

  private Optional<Compatibility> compatibility(
      Path module, SchemaSnapshot snapshot, Sources sources)
      throws IOException, InterruptedException {
    if (against == null) return Optional.empty();
    Schema earlier = new EarlierSchema(module).read(against);
    List<Change> changes = Comparison.compare(earlier, snapshot.schema());
    return Optional.of(Compatibility.of(against, changes, sources));
  }

  private static boolean outdated(Path file, SchemaSnapshot snapshot) {
    try {
      return Files.exists(file) && !Files.readString(file).equals(snapshot.text());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> cycle(String packages) {
    Set<String> cycle = new TreeSet<>(List.of(packages.split(",")));
    if (cycle.size() > 1) return cycle;
    throw CommandFailure.usage(
        "--allow-cycle wants two packages or more, separated by commas, not " + packages);
  }
}
