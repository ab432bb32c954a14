package dev.heddle.benchmarks.boutique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.benchmarks.boutique.BoutiqueReport.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BoutiqueReportTest {
  private static final Effort EFFORT = new Effort(10, 3, 60, 16, 80);

  @Test
  void figuresAreOfARequest() {
    Saturation.Seen seen = new Saturation.Seen(400, 2_000_000_000L, 1_200_000_000L, 80_000_000L);
    Histogram latencies = new Histogram(3);
    for (int millis = 1; millis <= 100; millis++) latencies.recordValue(millis * 1_000_000L);
    Figures figures = Figures.of(seen, 80, latencies);
    assertThat(figures.requestsPerSecond()).isEqualTo(200);
    assertThat(figures.serverMillis()).isEqualTo(3);
    assertThat(figures.driverMillis()).isEqualTo(0.2);
    assertThat(figures.p50()).isBetween(50.0, 50.1);
    assertThat(figures.p99()).isBetween(99.0, 99.1);
  }

  @Test
  void aRowHasTheMedianOfEachFigure() {
    Row row = Row.median(List.of(row("split-2", 9, 1), row("split-2", 2, 7), row("split-2", 4, 4)));
    assertThat(row.pages().serverMillis()).isEqualTo(4);
    assertThat(row.pages().p50()).isEqualTo(4);
    assertThat(Figures.median(List.of(3.0, 1.0), value -> value)).isEqualTo(1);
  }

  @Test
  void budgetsAreRatiosToTheMicroservices() {
    List<Row> rows =
        List.of(
            row("microservices", 9, 30),
            row("colocated", 1, 2.5),
            row("split-2", 3, 20),
            row("split-10", 4.5, 20));
    assertThat(Budget.of(rows))
        .extracting(Budget::figure, Budget::found, Budget::kept)
        .containsExactly(
            verdict("median latency of a page, colocated against microservices", 12, false),
            verdict("CPU a page, colocated against microservices", 9, true),
            verdict("CPU a page, split-2 against microservices", 3, true),
            verdict("CPU a page, split-10 against microservices", 2, false));
  }

  @Test
  void withoutMicroservicesThereAreNoBudgets() {
    assertThat(Budget.of(List.of(row("colocated", 1, 1)))).isEmpty();
  }

  @Test
  void everyFigureIsInTheTablesAndInTheFile() {
    BoutiqueReport report =
        BoutiqueReport.of(
            "a machine", EFFORT, List.of(row("microservices", 9, 30), row("colocated", 2, 2.5)));
    assertThat(report.markdown())
        .contains(
            "Machine: a machine",
            "3 rounds",
            "at 80 requests a second",
            "Pages; latencies at 80 a second:")
        .contains("| colocated | 1,234 | 2.00 | 2.50 | 5.00 | 0.060 |")
        .contains("| colocated | 1,234 | 1.00 | 1.25 | 2.50 | 0.060 |")
        .contains("| colocated | 3 | 300 | 400 | 0.150 |")
        .contains("| CPU a page, colocated against microservices | 4.5 times less | 9 | **no** |");
    JsonNode file = JsonMapper.shared().readTree(report.json());
    assertThat(file.at("/rows/1/api/p50").asDouble()).isEqualTo(1.25);
    assertThat(file.at("/effort/rate").asInt()).isEqualTo(80);
  }

  @Test
  void replacesTheFiguresInADocumentAndNothingElse(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("benchmarks.md");
    String before = "# Benchmarks\n\n<!-- boutique.sh writes from here -->\n";
    String after = "<!-- to here -->\n\nMore.\n";
    Files.writeString(file, before + "old\n" + after);
    BoutiqueReport report =
        BoutiqueReport.of("a machine", EFFORT, List.of(row("microservices", 9, 30)));
    new Document(folder).write(report);
    assertThat(file).content().startsWith(before + "Machine").endsWith(after).doesNotContain("old");
    assertThat(folder.resolve("boutique-latency.svg")).content().contains("30.00 ms");
    assertThat(folder.resolve("boutique-cpu.svg")).content().contains("9.00 ms");
  }

  @Test
  void saysWhereADocumentLacksItsMarks(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("benchmarks.md"), "# Benchmarks\n");
    BoutiqueReport report = BoutiqueReport.of("a machine", EFFORT, List.of());
    assertThatThrownBy(() -> new Document(folder).write(report))
        .hasMessageContaining("benchmarks.md between the lines <!-- boutique.sh writes from here");
    assertThat(folder.resolve("boutique-cpu.svg")).doesNotExist();
  }

  @Test
  void readsTheCommandLine() {
    Options options = Options.parse(List.of("--seconds", "3", "--only", "split-2,microservices"));
    assertThat(options.effort().seconds()).isEqualTo(3);
    assertThat(options.contenders()).containsExactly(Contender.MICROSERVICES, Contender.SPLIT_2);
    assertThat(options.complete()).isFalse();
    assertThat(Options.parse(List.of()).complete()).isTrue();
    assertThatThrownBy(() -> Options.parse(List.of("--fast", "1")))
        .hasMessageContaining("--only NAME, not --fast");
    assertThatThrownBy(() -> Options.parse(List.of("--only", "fast")))
        .hasMessage(
            "there is no contender fast, but microservices, colocated, sandboxed, split-2, split-2-jvm, split-10");
    assertThatThrownBy(() -> Options.parse(List.of("--seconds", "0")))
        .hasMessage("--seconds takes 1 to 9999, not 0");
  }

  private static Row row(String contender, double millis, double p50) {
    return new Row(
        contender,
        3,
        new Figures(1234, millis, 0.06, 80, p50, p50 * 2),
        new Figures(1234, millis / 2, 0.06, 80, p50 / 2, p50),
        0.15,
        400,
        300);
  }

  private static Tuple verdict(String figure, double found, boolean kept) {
    return Tuple.tuple(figure, found, kept);
  }
}
