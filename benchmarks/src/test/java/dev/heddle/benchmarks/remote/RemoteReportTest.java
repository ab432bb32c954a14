package dev.heddle.benchmarks.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.heddle.benchmarks.remote.RemoteBenchmark.Options;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RemoteReportTest {

  @Test
  void aRowIsTheMiddleWindow() {
    Window slow = window(3_000_000_000L);
    Window middle = window(2_000_000_000L);
    Window fast = window(1_000_000_000L);
    Row row = Row.of(Contender.GRPC, Operation.ADD, 16, List.of(fast, slow, middle));
    assertThat(row.callsPerSecond()).isEqualTo(500);
    assertThat(row.p50()).isCloseTo(500, within(1.0));
    assertThat(row.p99()).isCloseTo(990, within(1.0));
    assertThat(row.p999()).isCloseTo(999, within(1.0));
    assertThat(row.callerCpu()).isEqualTo(3);
    assertThat(row.serverCpu()).isEqualTo(4);
    assertThat(row.cpu()).isEqualTo(7);
    assertThat(row.callerBytes()).isEqualTo(50);
    assertThat(row.bytes()).isEqualTo(110);
    assertThat(row.refused()).isEqualTo(7);
  }

  @Test
  void budgetsAreRatiosToThePeers() {
    List<Row> rows = rows(Contender.HEDDLE, 800_000, 1, 30);
    rows.addAll(rows(Contender.GRPC, 100_000, 8, 50));
    rows.addAll(rows(Contender.SOCKET, 900_000, 0.5, 10));
    assertThat(Budget.of(rows))
        .extracting(Budget::figure, Budget::found, Budget::kept)
        .containsExactly(
            verdict("calls/s of add with 64 callers, heddle against grpc", 8, true),
            verdict("CPU a call of add with 64 callers, heddle against grpc", 1 / 8.0, true),
            verdict("calls/s of place with 64 callers, heddle against grpc", 8, true),
            verdict("CPU a call of place with 64 callers, heddle against grpc", 1 / 8.0, true),
            verdict("CPU a call of add with 64 callers, heddle against socket", 2, false),
            verdict("CPU a call of place with 64 callers, heddle against socket", 2, false),
            verdict("p50 of add with 1 caller, heddle against grpc", 0.6, true),
            verdict("p50 of place with 1 caller, heddle against grpc", 0.6, true));
  }

  @Test
  void withoutPeersThereAreNoBudgets() {
    assertThat(Budget.of(rows(Contender.HEDDLE, 1, 1, 1))).isEmpty();
  }

  @Test
  void everyFigureIsInTheTableAndInTheFile() {
    List<Row> rows = rows(Contender.HEDDLE_CONTEXT, 456_789, 3.25, 31.5);
    rows.addAll(rows(Contender.GRPC, 30_000, 48, 65));
    RemoteReport report = RemoteReport.of("here", 9, rows);
    assertThat(report.text())
        .contains("Machine: here")
        .contains("add         64 heddle-context     456,789      31.5")
        .containsPattern("calls/s of add with 64 callers, heddle-context against grpc +15.226 x")
        .containsPattern("at least 8.000: kept");
    JsonNode json = JsonMapper.builder().build().readTree(report.json());
    assertThat(json.get("rows").size()).isEqualTo(8);
    assertThat(json.get("rows").get(0).get("callsPerSecond").asDouble()).isEqualTo(456_789);
    assertThat(json.get("budgets").get(0).get("limit").asDouble()).isEqualTo(8);
  }

  @Test
  void readsTheCommandLine() {
    assertThat(Options.parse(List.of()).contenders()).containsExactly(Contender.values());
    assertThat(Options.parse(List.of("--seconds", "2", "--only", "grpc,heddle-unix")))
        .isEqualTo(new Options(2, List.of(Contender.GRPC, Contender.HEDDLE_UNIX)));
    assertThatThrownBy(() -> Options.parse(List.of("--seconds", "0")))
        .hasMessageContaining("--seconds takes 1 to 9999, not 0");
    assertThatThrownBy(() -> Options.parse(List.of("--only")))
        .hasMessageContaining("nothing follows --only");
    assertThatThrownBy(() -> Options.parse(List.of("--fast", "yes")))
        .hasMessageContaining("not --fast");
  }

  private static Tuple verdict(String figure, double found, boolean kept) {
    return Tuple.tuple(figure, found, kept);
  }

  /** A thousand calls that took from 1 to 1,000 microseconds. */
  private static Window window(long nanos) {
    Histogram latencies = new Histogram(3_600_000_000L, 3);
    for (int i = 1; i <= 1_000; i++) latencies.recordValue(i * 1_000L);
    return new Window(
        nanos, new Usage(3_000_000, 50_000), new Usage(4_000_000, 60_000), 7, latencies);
  }

  private static List<Row> rows(Contender contender, double rate, double cpu, double p50) {
    List<Row> rows = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (int callers : new int[] {1, 64}) {
        rows.add(
            new Row(
                contender.word(),
                operation.word(),
                callers,
                rate,
                p50,
                2 * p50,
                3 * p50,
                cpu / 4,
                cpu * 3 / 4,
                100,
                200,
                7));
      }
    }
    return rows;
  }
}
