package dev.heddle.benchmarks.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures the contenders one after the other, each with two processes of its own: {@code
 * RemoteBenchmark MACHINE FOLDER [--seconds N] [--only NAME[,NAME]]}.
 */
final class RemoteBenchmark {
  private static final int SECONDS = 9;
  private static final int USAGE = 2;

  /** What is wanted. */
  record Options(int seconds, List<Contender> contenders) {

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when it makes no sense; the message says why
     */
    static Options parse(List<String> arguments) {
      int seconds = SECONDS;
      List<Contender> contenders = List.of(Contender.values());
      for (int i = 0; i < arguments.size(); i += 2) {
        String option = arguments.get(i);
        if (i + 1 == arguments.size()) {
          throw new IllegalArgumentException("nothing follows " + option);
        }
        String value = arguments.get(i + 1);
        switch (option) {
          case "--seconds" -> seconds = seconds(value);
          case "--only" -> contenders = Stream.of(value.split(",")).map(Contender::of).toList();
          default ->
              throw new IllegalArgumentException(
                  "the options are --seconds N and --only NAME, not " + option);
        }
      }
      return new Options(seconds, contenders);
    }

    private static int seconds(String value) {
      if (!value.matches("[1-9][0-9]{0,3}")) {
        throw new IllegalArgumentException("--seconds takes 1 to 9999, not " + value);
      }
      return Integer.parseInt(value);
    }
  }

  private RemoteBenchmark() {}

  /** Prints the table, writes it and its figures, and exits with 1 when a budget is broken. */
  public static void main(String[] arguments) throws IOException {
    List<String> given = List.of(arguments);
    try {
      Options options = Options.parse(given.subList(2, given.size()));
      RemoteReport report = measure(given.get(0), options);
      Path folder = Files.createDirectories(Path.of(given.get(1)));
      Files.writeString(folder.resolve("remote.txt"), report.text());
      Files.writeString(folder.resolve("remote.json"), report.json());
      System.out.print(report.text());
      System.exit(report.budgets().stream().allMatch(Budget::kept) ? 0 : 1);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE);
    }
  }

  private static RemoteReport measure(String machine, Options options) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Contender contender : options.contenders()) {
      System.err.println("Measuring " + contender.word() + " ...");
      rows.addAll(CallerMain.measure(contender, Duration.ofSeconds(options.seconds())));
    }
    return RemoteReport.of(machine, options.seconds(), rows);
  }
}
