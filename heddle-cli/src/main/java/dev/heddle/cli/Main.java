package dev.heddle.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Entry of the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(
        run(arguments, new PrintWriter(System.out, true), new PrintWriter(System.err, true)));
  }

  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    CommandLine commands = new CommandLine(new HeddleCommand());
    commands.setOut(out);
    commands.setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionExceptionHandler(Main::report);
    return commands.execute(arguments);
  }

  private static int report(
      Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    HeddleCommand options =
        command.getCommandSpec().root().userObject() instanceof HeddleCommand
            ? (HeddleCommand) command.getCommandSpec().root().userObject()
            : new HeddleCommand();
    if (options.verbose()) failure.printStackTrace(command.getErr());
    if (failure instanceof CommandFailure expected) {
      command.getErr().println("heddle: " + expected.getMessage());
      return expected.exitCode();
    }
    command
        .getErr()
        .println("heddle: " + failure + " (heddle --verbose ... shows where it happened)");
    return ExitCode.FAILED;
  }
}
