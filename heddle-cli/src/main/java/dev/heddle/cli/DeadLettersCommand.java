package dev.heddle.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "dead",
    mixinStandardHelpOptions = true,
    description = "Lists the events that could not be delivered, the oldest first.",
    footer = {
      "%nExamples:",
      "  ./heddle events dead",
      "  ./heddle events dead --subscription Email.confirm -o json"
    })
final class DeadLettersCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ReportOptions report = new ReportOptions();

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private EventsCommand.Format format = EventsCommand.Format.TEXT;

  @Option(
      names = "--subscription",
      paramLabel = "NAME",
      description = "Those of one subscription, such as Email.confirm.")
  private @Nullable String subscription;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many, at most (${DEFAULT-VALUE}).",
      defaultValue = "100")
  private int limit;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (EventsClient application = new EventsClient(report.url(Path.of("")))) {
      switch (format) {
        case JSON -> out.println(application.deadJson(query()));
        case TEXT -> out.print(render(application.dead(query())));
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  private String query() {
    String query = "?limit=" + limit;
    if (subscription == null) return query;
    return query + "&subscription=" + URLEncoder.encode(subscription, StandardCharsets.UTF_8);
  }

  static String render(EventsDocument.DeadLetters dead) {
    if (dead.deadLetters().isEmpty()) return "There are no dead letters.\n";
    Table table = new Table("ID", "EVENT", "DIED", "ATTEMPTS", "BYTES", "ERROR");
    for (EventsDocument.DeadLetter letter : dead.deadLetters()) {
      table.row(
          letter.id(),
          letter.event(),
          letter.diedAt().toString(),
          Integer.toString(letter.attempts()),
          Integer.toString(letter.bytes()),
          letter.error());
    }
    return table.render();
  }
}
