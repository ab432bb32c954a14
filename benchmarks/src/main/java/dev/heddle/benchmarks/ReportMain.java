package dev.heddle.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report: {@code ReportMain RESULTS.json MACHINE DOCUMENT.md}. */
final class ReportMain {
  private static final String OTHERS = "\n## Calls between processes\n";

  private ReportMain() {}

  /** Prints the document too, and exits with 1 when a budget is broken. */
  public static void main(String[] arguments) throws IOException {
    Measurements measured = Measurements.read(Path.of(arguments[0]));
    int encoded = Codecs.HEDDLE.encode(Order.sample()).length;
    Report report = new Report(measured, encoded, InstanceHeap.measure());
    Path file = Path.of(arguments[2]);
    String document = report.markdown(arguments[1]) + others(file);
    Files.writeString(file, document);
    System.out.print(document);
    if (!report.budgets().stream().allMatch(Report.Row::kept)) System.exit(1);
  }

  /** The end of a document, about what is measured elsewhere; empty when there is none. */
  static String others(Path document) throws IOException {
    if (!Files.exists(document)) return "";
    String text = Files.readString(document);
    int begin = text.indexOf(OTHERS);
    return begin < 0 ? "" : text.substring(begin);
  }
}
