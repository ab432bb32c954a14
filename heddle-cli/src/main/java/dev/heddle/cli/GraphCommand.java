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
    name = "graph",
    mixinStandardHelpOptions = true,
    description = "Shows which component called which, how often and how fast.",
    footer = {
      "%nExamples:",
      "  ./heddle graph",
      "  ./heddle graph -o mermaid > graph.mmd",
      "  ./heddle graph -o dot | dot -Tsvg > graph.svg",
      "  ./heddle graph --static"
    })
final class GraphCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    MERMAID,
    DOT,
    JSON
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ReportOptions report = new ReportOptions();

  @Option(names = "-o", paramLabel = "text|mermaid|dot|json", description = "Form of the output.")
  private Format format = Format.TEXT;

  @Option(
      names = "--static",
      description = "Show also which declared dependencies no call has used.")
  private boolean declared;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    StatusDocument status = report.status(Path.of(""), spec.commandLine().getErr()).document();
    CallGraph graph = declared ? CallGraph.withDeclared(status) : CallGraph.of(status);
    out.print(
        switch (format) {
          case TEXT -> graph.text() + moves(status.moves());
          case MERMAID -> graph.mermaid();
          case DOT -> graph.dot();
          case JSON -> graph.json();
        });
    out.flush();
    return ExitCode.DONE;
  }

  /** Which calls are about to go elsewhere. */
  private static String moves(List<StatusDocument.Move> moves) {
    StringBuilder text = new StringBuilder();
    for (StatusDocument.Move move : moves) {
      if (!move.underWay()) continue;
      String way = "%s moves from %s to %s".formatted(move.component(), move.from(), move.to());
      text.append(text.isEmpty() ? "\n" : "").append(Table.printable(way)).append('\n');
    }
    return text.toString();
  }
}
