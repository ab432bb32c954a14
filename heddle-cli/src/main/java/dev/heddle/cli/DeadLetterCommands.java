package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Commands that change dead letters: one, or all of a subscription, or all. */
abstract class DeadLetterCommands implements Callable<Integer> {
  private final String action;
  private final String done;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ReportOptions report = new ReportOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      description = "The dead letter, as 'heddle events dead' names it.")
  private @Nullable String id;

  @Option(names = "--all", description = "All of them.")
  private boolean all;

  @Option(
      names = "--subscription",
      paramLabel = "NAME",
      description = "With --all: those of one subscription.")
  private @Nullable String subscription;

  DeadLetterCommands(String action, String done) {
    this.action = action;
    this.done = done;
  }

  @Override
  public Integer call() {
    if ((id == null) != all || (id != null && subscription != null)) {
      throw CommandFailure.usage(
          "name one dead letter, or say --all, with --subscription NAME for those of one");
    }
    Map<String, Object> which = new HashMap<>();
    if (id != null) which.put("id", id);
    if (all) which.put("all", true);
    if (subscription != null) which.put("subscription", subscription);
    int changed;
    try (EventsClient application = new EventsClient(report.url(Path.of("")))) {
      changed = application.change(action, which);
    }
    if (id != null && changed == 0) {
      throw CommandFailure.failed(
          "nothing was "
              + done
              + ": there is no dead letter "
              + id
              + ", or its subscription is gone. './heddle events dead' lists them");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(done + ": " + changed);
    out.flush();
    return ExitCode.DONE;
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Delivers dead letters again.",
      footer = {
        "%nExamples:",
        "  ./heddle events replay Email.confirm:17",
        "  ./heddle events replay --all --subscription Email.confirm"
      })
  static final class Replay extends DeadLetterCommands {
    Replay() {
      super("replay", "replayed");
    }
  }

  @Command(
      name = "discard",
      mixinStandardHelpOptions = true,
      description = "Removes dead letters for good.",
      footer = {"%nExamples:", "  ./heddle events discard Email.confirm:17"})
  static final class Discard extends DeadLetterCommands {
    Discard() {
      super("discard", "discarded");
    }
  }
}
