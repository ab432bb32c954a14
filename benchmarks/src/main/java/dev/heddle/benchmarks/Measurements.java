package dev.heddle.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What JMH measured, by benchmark and peer.
 *
 * @param nanos duration of an operation, by {@code Class.method/PEER}
 * @param bytes allocation of an operation, by the same
 */
record Measurements(Map<String, Double> nanos, Map<String, Double> bytes) {

  Measurements {
    nanos = Map.copyOf(nanos);
    bytes = Map.copyOf(bytes);
  }

  /** Reads the file that JMH writes with {@code -rf json -prof gc}. */
  static Measurements read(Path file) throws IOException {
    return parse(JsonMapper.builder().build().readTree(file.toFile()));
  }

  static Measurements parse(JsonNode results) {
    Map<String, Double> nanos = new HashMap<>();
    Map<String, Double> bytes = new HashMap<>();
    for (JsonNode result : results) {
      String name = result.get("benchmark").asString();
      String method = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
      String key = method + "/" + result.get("params").iterator().next().asString();
      nanos.put(key, result.get("primaryMetric").get("score").asDouble());
      JsonNode allocation = result.get("secondaryMetrics").get("gc.alloc.rate.norm");
      if (allocation != null) bytes.put(key, allocation.get("score").asDouble());
    }
    return new Measurements(nanos, bytes);
  }

  double nanosOf(String benchmark, Enum<?> peer) {
    return value(nanos, benchmark, peer);
  }

  double bytesOf(String benchmark, Enum<?> peer) {
    return value(bytes, benchmark, peer);
  }

  private static double value(Map<String, Double> values, String benchmark, Enum<?> peer) {
    Double value = values.get(benchmark + "/" + peer.name());
    if (value == null) {
      throw new IllegalArgumentException(
          "the results lack " + benchmark + "/" + peer.name() + ": run all benchmarks");
    }
    return value;
  }
}
