package dev.heddle.benchmarks.boutique;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, for people and for programs.
 *
 * @param machine where
 * @param effort how
 */
record BoutiqueReport(String machine, Effort effort, List<Row> rows, List<Budget> budgets) {

  /**
   * How it was measured.
   *
   * @param seconds of each reading
   * @param rounds how often each contender was started
   * @param warming seconds of load after which it is seen whether requests have become cheaper; if
   *     so, as many follow
   * @param shoppers that saturate
   * @param rate requests a second, where they come at a fixed rate; {@link #HALF} for half of what
   *     saturates the first contender of the round
   */
  record Effort(int seconds, int rounds, int warming, int shoppers, int rate) {
    static final int HALF = 0;
  }

  static BoutiqueReport of(String machine, Effort effort, List<Row> rows) {
    return new BoutiqueReport(machine, effort, List.copyOf(rows), Budget.of(rows));
  }

  String json() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(this);
  }

  /** The tables and the budgets, in Markdown. */
  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("Machine: ").append(machine).append("\n\n");
    text.append(
        ("Each figure: the median of %d %s, in each of which every contender was started anew and"
                + " warmed for %d s, and as much again until its requests became no cheaper. A"
                + " reading took %d s; %d shoppers saturate, and latencies are those at %s.\n")
            .formatted(
                effort.rounds(),
                effort.rounds() == 1 ? "round" : "rounds",
                effort.warming(),
                effort.seconds(),
                effort.shoppers(),
                effort.rate() == Effort.HALF
                    ? "half of what the first contender can do"
                    : effort.rate() + " requests a second"));
    text.append("\nPages%s:\n\n".formatted(at(Row::pages))).append(table(Row::pages));
    text.append("\nThe components' work alone, answered in JSON%s:\n\n".formatted(at(Row::api)))
        .append(table(Row::api));
    text.append("\nMemory after the load, and a request that calls no component:\n\n");
    text.append("| contender | processes | PSS MB | RSS MB | CPU ms a file |\n");
    text.append("| --- | ---: | ---: | ---: | ---: |\n");
    for (Row row : rows) {
      text.append(
          line(
              "| %s | %d | %,.0f | %,.0f | %.3f |\n",
              row.contender(),
              row.processes(),
              row.proportionalMegabytes(),
              row.residentMegabytes(),
              row.fileMillis()));
    }
    if (budgets.isEmpty()) return text.toString();
    text.append("\n| figure | found | budget | kept |\n| --- | ---: | ---: | --- |\n");
    for (Budget budget : budgets) {
      text.append(
          line(
              "| %s | %.1f times less | %.0f | %s |\n",
              budget.figure(), budget.found(), budget.least(), budget.kept() ? "yes" : "**no**"));
    }
    return text.toString();
  }

  private String at(Function<Row, Figures> surface) {
    return rows.isEmpty()
        ? ""
        : "; latencies at %,d a second".formatted(surface.apply(rows.getFirst()).rate());
  }

  private String table(Function<Row, Figures> surface) {
    StringBuilder text =
        new StringBuilder(
            """
            | contender | requests/s | CPU ms | p50 ms | p99 ms | driver's CPU ms |
            | --- | ---: | ---: | ---: | ---: | ---: |
            """);
    for (Row row : rows) {
      Figures figures = surface.apply(row);
      text.append(
          line(
              "| %s | %,.0f | %.2f | %.2f | %.2f | %.3f |\n",
              row.contender(),
              figures.requestsPerSecond(),
              figures.serverMillis(),
              figures.p50(),
              figures.p99(),
              figures.driverMillis()));
    }
    return text.toString();
  }

  /** Latencies as a picture. */
  String latencies() {
    return bars("Median latency of a page", "ms", row -> row.pages().p50());
  }

  /** Processor time as a picture. */
  String processorTime() {
    return bars("Processor time of a page, all processes", "ms", row -> row.pages().serverMillis());
  }

  private String bars(String title, String unit, ToDoubleFunction<Row> value) {
    return new Bars(
            title,
            unit,
            rows.stream()
                .map(row -> new Bars.Bar(row.contender(), value.applyAsDouble(row)))
                .collect(Collectors.toUnmodifiableList()))
        .svg();
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
