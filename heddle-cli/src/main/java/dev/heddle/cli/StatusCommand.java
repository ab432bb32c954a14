package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows where each component of the running application is placed, and why.",
    footer = {"%nExamples:", "  ./heddle status", "  ./heddle status -o json | jq .components"})
final class StatusCommand implements Callable<Integer> {
  private static final int LAST_MOVES = 5;

  enum Format {
    TEXT,
    JSON
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ReportOptions report = new ReportOptions();

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LiveStatus status = report.status(Path.of(""), spec.commandLine().getErr());
    switch (format) {
      case JSON -> out.println(status.json());
      case TEXT -> out.print(render(status.document()));
    }
    out.flush();
    return ExitCode.DONE;
  }

  /** Without the package, which is nearly always the interface's. */
  private static String implementation(StatusDocument.Component component) {
    String name = component.implementation();
    return name.isEmpty() ? "-" : name.substring(name.lastIndexOf('.') + 1);
  }

  private static String replicas(StatusDocument.Component component) {
    return component.maxReplicas() == 0
        ? Integer.toString(component.replicas())
        : component.replicas() + ", at most " + component.maxReplicas();
  }

  static String render(StatusDocument status) {
    Table table =
        new Table(
            "COMPONENT", "IMPLEMENTATION", "PLACEMENT", "RUNTIME", "GROUP", "REPLICAS", "REASON");
    for (StatusDocument.Component component : status.components()) {
      table.row(
          component.name(),
          implementation(component),
          component.placement(),
          component.runtime().equals("jvm") ? "jvm (unsandboxed)" : component.runtime(),
          component.group(),
          replicas(component),
          component.reason());
    }
    return status.application()
        + ", revision "
        + status.revision()
        + ", placement table "
        + status.epoch()
        + "\n\n"
        + table.render()
        + replicas(status.replicas())
        + moves(status.moves());
  }

  /** Those under way, and the last ones. */
  private static String moves(List<StatusDocument.Move> moves) {
    if (moves.isEmpty()) return "";
    Table table = new Table("MOVED", "FROM", "TO", "BY", "BEGUN", "STATE", "REASON");
    for (int i = 0; i < moves.size(); i++) {
      StatusDocument.Move move = moves.get(i);
      if (i >= LAST_MOVES && !move.underWay()) continue;
      table.row(
          move.component(),
          move.from(),
          move.to(),
          move.by(),
          time(move.begun()),
          move.state(),
          move.reason());
    }
    return "\n" + table.render();
  }

  private static String time(String instant) {
    try {
      return Instant.parse(instant)
          .atZone(ZoneId.systemDefault())
          .truncatedTo(ChronoUnit.SECONDS)
          .format(DateTimeFormatter.ISO_LOCAL_TIME);
    } catch (DateTimeParseException strange) {
      return instant;
    }
  }

  private static String replicas(List<StatusDocument.Replica> replicas) {
    if (replicas.isEmpty()) return "";
    Table table = new Table("REPLICA", "PROCESS", "STATE", "MEMORY", "COMPONENTS", "ADDRESS");
    for (StatusDocument.Replica replica : replicas) {
      table.row(
          replica.id().isEmpty() ? "-" : replica.id(),
          replica.pid() == 0 ? "-" : Long.toString(replica.pid()),
          replica.state(),
          ResidentMemory.of(replica),
          Integer.toString(replica.components().size()),
          replica.address());
    }
    return "\n" + table.render();
  }
}
