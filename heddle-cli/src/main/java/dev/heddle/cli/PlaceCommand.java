package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "place",
    mixinStandardHelpOptions = true,
    description = "Moves a component of the running application, while it serves.",
    footer = {
      "%nExamples:",
      "  ./heddle place Cart sandboxed",
      "  ./heddle place Cart remote",
      "  ./heddle place Cart local",
      "  ./heddle place Cart auto"
    })
final class PlaceCommand implements Callable<Integer> {
  private static final Set<String> PLACES = Set.of("local", "sandboxed", "remote", "auto");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ReportOptions report = new ReportOptions();

  @Parameters(index = "0", paramLabel = "COMPONENT", description = "The component's name.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String component;

  @Parameters(
      index = "1",
      paramLabel = "local|sandboxed|remote|auto",
      description = "Where its calls are to go; auto: where configuration has them.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String place;

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private StatusCommand.Format format = StatusCommand.Format.TEXT;

  @Override
  public Integer call() {
    Placements.check("place " + component + " " + place, place, PLACES);
    PrintWriter out = spec.commandLine().getOut();
    PlacedDocument placed;
    try (PlacementClient application =
        new PlacementClient(report.url(Path.of("")), report.scheduler(Path.of("")))) {
      String json = application.place(component, place);
      placed = application.read(json);
      if (format == StatusCommand.Format.JSON) out.println(json);
    }
    if (!placed.problems().isEmpty()) {
      out.flush();
      throw CommandFailure.failed(
          component + " stays " + placed.placement() + ". " + String.join("\n", placed.problems()));
    }
    if (format == StatusCommand.Format.TEXT) {
      out.println(
          component
              + " is "
              + placed.placement()
              + " ("
              + placed.reason()
              + "), placement table "
              + placed.epoch());
    }
    out.flush();
    return ExitCode.DONE;
  }
}
