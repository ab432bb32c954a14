package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
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
    try (ApplicationClient application = new ApplicationClient(report.url(Path.of("")))) {
      switch (format) {
        case JSON -> out.println(application.statusJson());
        case TEXT -> out.print(render(application.status()));
      }
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
        + replicas(status.replicas());
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
