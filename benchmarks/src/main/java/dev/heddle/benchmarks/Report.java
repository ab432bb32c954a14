package dev.heddle.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Holds what was measured against the budgets, as a Markdown document. */
final class Report {
  private static final String ONE = "LocalCallBenchmark.oneThread";
  private static final String TWO = "LocalCallBenchmark.twoThreadsSharing";
  private static final String ENCODE = "CodecBenchmark.encode";
  private static final String DECODE = "CodecBenchmark.decode";
  private static final String ECHO = "SandboxBenchmark.echo";
  private static final String BASKET = "SandboxBenchmark.basket";
  private static final String CROSSING = "CrossingBenchmark.crossing";
  private static final String LOAD = "LoadBenchmark.load";
  private static final double NANOS_PER_MILLI = 1e6;

  /** JMH's own bookkeeping shows as a few thousandths of a byte an operation. */
  private static final double NOTHING = 0.01;

  /**
   * One budget.
   *
   * @param figure what is measured
   * @param found and how it came out
   */
  record Row(String figure, String found, String budget, boolean kept) {}

  private final Measurements measured;
  private final int encodedBytes;
  private final long instanceBytes;

  /**
   * @param encodedBytes length of the encoded order
   * @param instanceBytes what an instance in the sandbox keeps of the heap
   */
  Report(Measurements measured, int encodedBytes, long instanceBytes) {
    this.measured = measured;
    this.encodedBytes = encodedBytes;
    this.instanceBytes = instanceBytes;
  }

  /** The budgets, each with its verdict. */
  List<Row> budgets() {
    double direct = measured.nanosOf(ONE, Callers.DIRECT);
    double stub = measured.nanosOf(ONE, Callers.HEDDLE_STUB);
    double more =
        measured.nanosOf(TWO, Callers.HEDDLE_STUB) - measured.nanosOf(TWO, Callers.DIRECT);
    double allocated = measured.bytesOf(ONE, Callers.HEDDLE_STUB);
    double codec = roundTrip(Codecs.HEDDLE) / roundTrip(Codecs.PROTOBUF_JAVA);
    double beyond = measured.bytesOf(ENCODE, Codecs.HEDDLE) - arrayBytes(encodedBytes);
    double basket = measured.nanosOf(BASKET, Placed.SANDBOX) / measured.nanosOf(BASKET, Placed.JVM);
    double echo = measured.nanosOf(ECHO, Placed.SANDBOX);
    double fresh = measured.nanosOf(ECHO, Placed.FRESH) / NANOS_PER_MILLI;
    double load = measured.nanosOf(LOAD, LoadBenchmark.From.CACHE) / NANOS_PER_MILLI;
    return List.of(
        new Row(
            "local call through the stub, counting on, against the direct call",
            number(stub / direct) + " x",
            "1.3 x",
            stub / direct <= 1.3),
        new Row("allocation of that call", number(allocated) + " B", "0 B", allocated < NOTHING),
        new Row(
            "two threads on one stub, beyond two threads calling directly",
            number(more) + " ns",
            "2 ns",
            more <= 2),
        new Row(
            "20-item order, encode + decode, against protobuf-java with record mapping",
            number(codec) + " x",
            "0.5 x",
            codec <= 0.5),
        new Row(
            "allocation of an encode, beyond the result",
            number(beyond) + " B",
            "512 B",
            beyond <= 512),
        new Row(
            "basket of 20 lines in the sandbox, against the JVM",
            number(basket) + " x",
            "6 x",
            basket <= 6),
        new Row("echo of 16 bytes in the sandbox", number(echo) + " ns", "150 ns", echo <= 150),
        new Row(
            "a fresh instance, and a call of it", number(fresh) + " ms", "0.3 ms", fresh <= 0.3),
        new Row("a module from the cache", number(load) + " ms", "60 ms", load <= 60));
  }

  String markdown(String machine) {
    StringBuilder text = new StringBuilder();
    text.append("# Benchmarks\n\n");
    text.append("Made by `benchmarks/run.sh`, which measures every peer in the same run. ");
    text.append("Only the ratios mean anything on another machine.\n\n");
    text.append("Machine: ").append(machine).append("\n\n");
    text.append("## Budgets\n\n| figure | found | budget | kept |\n| --- | ---: | ---: | --- |\n");
    for (Row row : budgets()) {
      text.append("| ").append(row.figure()).append(" | ").append(row.found());
      text.append(" | ").append(row.budget()).append(" | ").append(row.kept() ? "yes" : "**no**");
      text.append(" |\n");
    }
    text.append("\n## A call within the process\n\n");
    text.append(
        "Nanoseconds a call, in a loop in which each call needs the last one's result. "
            + "The stub's calls come so often that they are counted in windows; calls that come "
            + "less than a million times a second are each counted, by an atomic increment "
            + "([semantics.md](semantics.md)).\n\n");
    text.append("| way | one thread | two threads sharing | B a call |\n");
    text.append("| --- | ---: | ---: | ---: |\n");
    for (Callers caller : Callers.values()) text.append(line(caller));
    text.append("\n## An order of twenty items\n\n");
    text.append("| codec | encode ns | decode ns | encode B | decode B |\n");
    text.append("| --- | ---: | ---: | ---: | ---: |\n");
    for (Codecs codec : Codecs.values()) text.append(line(codec));
    text.append("\nThe encoded order has ").append(encodedBytes).append(" bytes.\n");
    text.append("\n## The same component inside the sandbox and outside\n\n");
    text.append(
        "From request message to response message, with every limit on; where the time goes is "
            + "told in [sandbox.md](sandbox.md).\n\n");
    text.append("| placed | echo ns | basket ns | echo B | basket B |\n");
    text.append("| --- | ---: | ---: | ---: | ---: |\n");
    for (Placed placed : Placed.values()) text.append(line(placed));
    text.append("\nOf the echo ");
    text.append(whole(measured.nanosOf(CROSSING, CrossingBenchmark.Into.MODULE)));
    text.append(" ns are the way into a module and out of it, without codec and pool.\n");
    text.append("\nAn instance keeps ").append(instanceBytes / 1024).append(" KB of the heap: ");
    text.append((1L << 30) / instanceBytes).append(" of them in 1 GB.\n");
    return text.toString();
  }

  private String line(Callers caller) {
    List<String> cells = new ArrayList<>();
    cells.add(caller.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    cells.add(number(measured.nanosOf(ONE, caller)));
    cells.add(number(measured.nanosOf(TWO, caller)));
    cells.add(number(measured.bytesOf(ONE, caller)));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private String line(Codecs codec) {
    List<String> cells = new ArrayList<>();
    cells.add(codec.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    cells.add(whole(measured.nanosOf(ENCODE, codec)));
    cells.add(whole(measured.nanosOf(DECODE, codec)));
    cells.add(whole(measured.bytesOf(ENCODE, codec)));
    cells.add(whole(measured.bytesOf(DECODE, codec)));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private String line(Placed placed) {
    List<String> cells = new ArrayList<>();
    cells.add(placed.name().toLowerCase(Locale.ROOT));
    cells.add(whole(measured.nanosOf(ECHO, placed)));
    cells.add(whole(measured.nanosOf(BASKET, placed)));
    cells.add(whole(measured.bytesOf(ECHO, placed)));
    cells.add(whole(measured.bytesOf(BASKET, placed)));
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private double roundTrip(Codecs codec) {
    return measured.nanosOf(ENCODE, codec) + measured.nanosOf(DECODE, codec);
  }

  /** What HotSpot takes for an array: 16 bytes of header, rounded up to 8. */
  private static long arrayBytes(int length) {
    return (16L + length + 7) / 8 * 8;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }
}
