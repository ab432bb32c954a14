package dev.heddle.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "heddle",
    mixinStandardHelpOptions = true,
    version = "heddle 0.1.0",
    description = "Runs an application made of components, and shows what it does.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      NewCommand.class,
      RunCommand.class,
      StatusCommand.class,
      GraphCommand.class,
      LogsCommand.class,
      PlaceCommand.class,
      PlanCommand.class,
      CheckCommand.class,
      EventsCommand.class,
      DoctorCommand.class
    },
    footer = {"%nExamples:", "  ./heddle run", "  ./heddle status --help"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed",
      "2:the command was not understood",
      "3:a difference was found",
      "78:this machine lacks something; './heddle doctor' says what"
    })
final class HeddleCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--verbose",
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show where in the program an error happened.")
  private boolean verbose;

  boolean verbose() {
    return verbose;
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
  }
}
