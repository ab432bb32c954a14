package dev.heddle.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the report: {@code ReportMain RESULTS.json MACHINE DOCUMENT.md}. */
final class ReportMain {
  private ReportMain() {}

  /** Prints the document too, and exits with 1 when a budget is broken. */
  public static void main(String[] arguments) throws IOException {
    Measurements measured = Measurements.read(Path.of(arguments[0]));
    int encoded = Codecs.HEDDLE.encode(Order.sample()).length;
    Report report = new Report(measured, encoded, InstanceHeap.measure());
    String document = report.markdown(arguments[1]);
    Files.writeString(Path.of(arguments[2]), document);
    System.out.print(document);
    if (!report.budgets().stream().allMatch(Report.Row::kept)) System.exit(1);
  }
}
