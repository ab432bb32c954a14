package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.springframework.util.FileSystemUtils;

/**
 * Measures the contenders, one after the other, in rounds: {@code BoutiqueBenchmark MACHINE [option
 * ...]}, in the project's folder. {@link Options} has the options.
 */
final class BoutiqueBenchmark {
  private static final int USAGE = 2;
  private static final Path TARGET = Path.of("benchmarks", "target", "boutique");

  private BoutiqueBenchmark() {}

  /** Prints the report, writes it, and exits with 1 when a budget is broken. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    try {
      Options options = Options.parse(List.of(arguments).subList(1, arguments.length));
      BoutiqueReport report = BoutiqueReport.of(arguments[0], options.effort(), measure(options));
      Files.writeString(TARGET.resolve("boutique.json"), report.json());
      new Document(options.complete() ? Path.of("docs") : TARGET).write(report);
      System.out.print(report.markdown());
      System.exit(report.budgets().stream().allMatch(Budget::kept) ? 0 : 1);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(USAGE);
    }
  }

  private static List<Row> measure(Options options)
      throws IOException, InterruptedException, ExecutionException {
    Path folder = TARGET.resolve("run").toAbsolutePath();
    FileSystemUtils.deleteRecursively(folder);
    Files.createDirectories(folder);
    Programs programs = Programs.of(Path.of("").toAbsolutePath(), folder.resolve("boutique"));
    Map<Contender, List<Row>> rounds = new EnumMap<>(Contender.class);
    for (int round = 1; round <= options.effort().rounds(); round++) {
      Path own = folder.resolve("round-" + round);
      Measurement measurement = new Measurement(programs, own, options.effort());
      for (Contender contender : options.contenders()) {
        System.err.printf(
            "Round %d of %d: %s ...%n", round, options.effort().rounds(), contender.word());
        Row row = measurement.of(contender);
        System.err.printf(
            "  %.0f pages/s, %.2f ms CPU, p50 %.2f ms%n",
            row.pages().requestsPerSecond(), row.pages().serverMillis(), row.pages().p50());
        rounds.computeIfAbsent(contender, it -> new ArrayList<>()).add(row);
      }
    }
    return rounds.values().stream().map(Row::median).toList();
  }
}
