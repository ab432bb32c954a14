package dev.heddle.benchmarks.remote;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was measured, for people and for programs.
 *
 * @param machine where
 * @param seconds how long each row took
 */
record RemoteReport(String machine, int seconds, List<Row> rows, List<Budget> budgets) {
  private static final String HEADER =
      "%-6s %7s %-15s %10s %9s %9s %9s %8s %8s %8s %9s %8s%n"
          .formatted(
              "call",
              "callers",
              "contender",
              "calls/s",
              "p50 us",
              "p99 us",
              "p99.9 us",
              "CPU us",
              "caller",
              "server",
              "B a call",
              "refused");

  static RemoteReport of(String machine, int seconds, List<Row> rows) {
    return new RemoteReport(machine, seconds, List.copyOf(rows), Budget.of(rows));
  }

  String json() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(this);
  }

  /** The table, by operation and number of callers, and then the budgets. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("Machine: ").append(machine).append('\n');
    text.append("Each row: the middle one of 3 windows in ").append(seconds).append(" s\n");
    for (Operation operation : Operation.values()) {
      for (int callers : rows.stream().mapToInt(Row::callers).distinct().sorted().toArray()) {
        text.append('\n').append(HEADER);
        rows.stream()
            .filter(row -> row.operation().equals(operation.word()) && row.callers() == callers)
            .forEach(row -> text.append(line(row)));
      }
    }
    if (!budgets.isEmpty()) {
      text.append('\n')
          .append(budgets.stream().map(RemoteReport::line).collect(Collectors.joining()));
    }
    return text.toString();
  }

  private static String line(Row row) {
    return String.format(
        Locale.ROOT,
        "%-6s %7d %-15s %,10.0f %,9.1f %,9.1f %,9.1f %8.2f %8.2f %8.2f %,9.0f %,8d%n",
        row.operation(),
        row.callers(),
        row.contender(),
        row.callsPerSecond(),
        row.p50(),
        row.p99(),
        row.p999(),
        row.cpu(),
        row.callerCpu(),
        row.serverCpu(),
        row.bytes(),
        row.refused());
  }

  private static String line(Budget budget) {
    return String.format(
        Locale.ROOT,
        "%-70s %7.3f x, at %s %.3f: %s%n",
        budget.figure(),
        budget.found(),
        budget.atLeast() ? "least" : "most",
        budget.limit(),
        budget.kept() ? "kept" : "BROKEN");
  }
}
