package dev.heddle.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ReportTest {

  @Test
  void readsWhatJmhWrites() {
    Measurements measured =
        Measurements.parse(
            JsonMapper.builder()
                .build()
                .readTree(
                    """
                    [{"benchmark": "dev.heddle.benchmarks.CodecBenchmark.encode",
                      "params": {"codec": "HEDDLE"},
                      "primaryMetric": {"score": 1500.5},
                      "secondaryMetrics": {"gc.alloc.rate.norm": {"score": 1280.0}}}]
                    """));
    assertThat(measured.nanosOf("CodecBenchmark.encode", Codecs.HEDDLE)).isEqualTo(1500.5);
    assertThat(measured.bytesOf("CodecBenchmark.encode", Codecs.HEDDLE)).isEqualTo(1280);
  }

  @Test
  void saysWhichBudgetsAreKept() {
    assertThat(new Report(measurements(1.2, 0.001, 2.5, 3_000, 1_500, 1), 1_000, 100_000).budgets())
        .extracting(Report.Row::kept)
        .containsOnly(true);
    assertThat(new Report(measurements(1.4, 0.1, 3.1, 9_000, 1_600, 3), 1_000, 100_000).budgets())
        .extracting(Report.Row::kept)
        .containsOnly(false);
  }

  @Test
  void showsEveryPeer() {
    String document =
        new Report(measurements(1.2, 0, 2.5, 3_000, 1_500, 1), 1_000, 100_000).markdown("here");
    assertThat(document)
        .contains("Machine: here")
        .contains("| spring aop cglib | ")
        .contains("| protobuf-java | 5,000 | 5,000 | ")
        .contains("Of the echo 70 ns are the way into a module")
        .contains("| local call through the stub, counting on, against the direct call | 1.20 x |");
  }

  @Test
  void keepsWhatTheDocumentSaysOfCallsBetweenProcesses(@TempDir Path folder) throws Exception {
    Path document = folder.resolve("benchmarks.md");
    assertThat(ReportMain.others(document)).isEmpty();
    Files.writeString(document, "# Benchmarks\n\nOld.\n\n## Calls between processes\n\nKept.\n");
    assertThat(ReportMain.others(document)).isEqualTo("\n## Calls between processes\n\nKept.\n");
    Files.writeString(document, "# Benchmarks\n\nOld.\n");
    assertThat(ReportMain.others(document)).isEmpty();
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> new Report(new Measurements(Map.of(), Map.of()), 1, 1).budgets())
        .hasMessageContaining("LocalCallBenchmark.oneThread/DIRECT");
  }

  @Test
  void everyCodecGivesBackTheOrder() {
    Order order = Order.sample();
    for (Codecs codec : Codecs.values()) {
      assertThat(codec.decode(codec.encode(order))).isEqualTo(order);
    }
  }

  @Test
  void heddleAndProtobufJavaReadEachOther() {
    Order order = Order.sample();
    assertThat(Codecs.HEDDLE.decode(Codecs.PROTOBUF_JAVA.encode(order))).isEqualTo(order);
    assertThat(Codecs.PROTOBUF_JAVA.decode(Codecs.HEDDLE.encode(order))).isEqualTo(order);
  }

  @Test
  void theBasketAnswersAlikeWhereverItIsPlaced() {
    for (Requests request : Requests.values()) {
      byte[] expected = Placed.JVM.open().invoke(request.method(), request.message());
      assertThat(Placed.FRESH.open().invoke(request.method(), request.message()))
          .isEqualTo(expected);
      assertThat(expected).hasSizeGreaterThan(15);
    }
  }

  @Test
  void everyCallerReachesTheImplementation() {
    for (Callers caller : Callers.values()) {
      assertThat(caller.to(new PlainOrders()).add(1, 1)).isBetween(2L, 3L);
    }
  }

  /** Everything else costs one nanosecond and no bytes. */
  private static Measurements measurements(
      double stub,
      double allocated,
      double sharing,
      double roundTrip,
      double encodeBytes,
      double sandboxed) {
    Map<String, Double> nanos = new HashMap<>();
    Map<String, Double> bytes = new HashMap<>();
    for (Callers caller : Callers.values()) {
      nanos.put("LocalCallBenchmark.oneThread/" + caller, 1.0);
      nanos.put("LocalCallBenchmark.twoThreadsSharing/" + caller, 1.0);
      bytes.put("LocalCallBenchmark.oneThread/" + caller, 0.0);
    }
    for (Codecs codec : Codecs.values()) {
      nanos.put("CodecBenchmark.encode/" + codec, 5_000.0);
      nanos.put("CodecBenchmark.decode/" + codec, 5_000.0);
      bytes.put("CodecBenchmark.encode/" + codec, 0.0);
      bytes.put("CodecBenchmark.decode/" + codec, 0.0);
    }
    nanos.put("LocalCallBenchmark.oneThread/HEDDLE_STUB", stub);
    nanos.put("LocalCallBenchmark.twoThreadsSharing/HEDDLE_STUB", sharing);
    bytes.put("LocalCallBenchmark.oneThread/HEDDLE_STUB", allocated);
    nanos.put("CodecBenchmark.encode/HEDDLE", roundTrip / 2);
    nanos.put("CodecBenchmark.decode/HEDDLE", roundTrip / 2);
    bytes.put("CodecBenchmark.encode/HEDDLE", encodeBytes);
    for (Placed placed : Placed.values()) {
      nanos.put("SandboxBenchmark.echo/" + placed, 100 * sandboxed);
      nanos.put("SandboxBenchmark.basket/" + placed, 10_000 * sandboxed);
      bytes.put("SandboxBenchmark.echo/" + placed, 0.0);
      bytes.put("SandboxBenchmark.basket/" + placed, 0.0);
    }
    nanos.put("SandboxBenchmark.basket/JVM", 2_500.0);
    nanos.put("SandboxBenchmark.echo/FRESH", 200_000 * sandboxed);
    nanos.put("CrossingBenchmark.crossing/MODULE", 70.0);
    nanos.put("LoadBenchmark.load/CACHE", 50e6 * sandboxed);
    return new Measurements(nanos, bytes);
  }
}
