package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    description = "Shows what became of the events that components publish.",
    subcommands = {
      DeadLettersCommand.class,
      DeadLetterCommands.Replay.class,
      DeadLetterCommands.Discard.class
    },
    footer = {
      "%nExamples:",
      "  ./heddle events",
      "  ./heddle events dead",
      "  ./heddle events replay Email.confirm:17",
      "  ./heddle events replay --all --subscription Email.confirm"
    })
final class EventsCommand implements Callable<Integer> {
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
    try (EventsClient application = new EventsClient(report.url(Path.of("")))) {
      switch (format) {
        case JSON -> out.println(application.overviewJson());
        case TEXT -> out.print(render(application.overview()));
      }
    }
    out.flush();
    return ExitCode.DONE;
  }

  static String render(EventsDocument events) {
    if (events.subscriptions().isEmpty()) return "No component subscribes to an event.\n";
    Table table =
        new Table(
            "SUBSCRIPTION", "EVENT", "PENDING", "RUNNING", "RETRYING", "DELIVERED", "DEAD", "");
    for (EventsDocument.Subscription subscription : events.subscriptions()) {
      table.row(
          subscription.name(),
          subscription.event(),
          Long.toString(subscription.pending()),
          Integer.toString(subscription.running()),
          Integer.toString(subscription.retrying()),
          Long.toString(subscription.delivered()),
          Long.toString(subscription.dead()),
          subscription.active() ? "" : "no longer subscribed");
    }
    return table.render();
  }
}
