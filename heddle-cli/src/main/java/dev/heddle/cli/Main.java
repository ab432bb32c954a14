package dev.heddle.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Objects;
import picocli.CommandLine;

/** Entry of the command line. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, writer(System.out), writer(System.err)));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  static int run(String[] arguments, PrintWriter out, PrintWriter err) {
    HeddleCommand heddle = new HeddleCommand();
    CommandLine commands = new CommandLine(heddle);
    commands.setOut(out);
    commands.setErr(err);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          if (heddle.verbose()) failure.printStackTrace(err);
          err.println("heddle: " + message(failure));
          return failure instanceof CommandFailure expected ? expected.exitCode() : ExitCode.FAILED;
        });
    return commands.execute(arguments);
  }

  private static String message(Exception failure) {
    return switch (failure) {
      case CommandFailure expected -> "" + expected.getMessage();
      case UncheckedIOException wrapper -> message(Objects.requireNonNull(wrapper.getCause()));
      case FileSystemException file ->
          "cannot use the file " + file.getFile() + " (" + name(file) + ")";
      default -> failure + " (heddle --verbose ... shows where it happened)";
    };
  }

  private static String name(FileSystemException file) {
    String reason = file.getReason();
    return reason == null ? file.getClass().getSimpleName().replace("Exception", "") : reason;
  }
}
