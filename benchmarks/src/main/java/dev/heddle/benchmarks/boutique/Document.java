package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A report in a folder: pictures, and figures in the document that is there, between two marks.
 *
 * @param folder of the document
 */
record Document(Path folder) {
  private static final String BEGIN = "<!-- boutique.sh writes from here -->\n";
  private static final String END = "<!-- to here -->\n";
  private static final String FILE = "benchmarks.md";
  private static final String LATENCIES = "boutique-latency.svg";
  private static final String PROCESSOR_TIME = "boutique-cpu.svg";

  /**
   * Writes all of it.
   *
   * @throws IOException also when the document has no marks
   */
  void write(BoutiqueReport report) throws IOException {
    Path file = folder.resolve(FILE);
    String replaced = replaced(Files.exists(file) ? Files.readString(file) : BEGIN + END, report);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(LATENCIES), report.latencies());
    Files.writeString(folder.resolve(PROCESSOR_TIME), report.processorTime());
    Files.writeString(file, replaced);
  }

  private static String replaced(String document, BoutiqueReport report) throws IOException {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(
          "the figures go into %s between the lines %s and %s, which it does not have"
              .formatted(FILE, BEGIN.strip(), END.strip()));
    }
    return document.substring(0, begin + BEGIN.length())
        + report.markdown()
        + "\n![Median latency of a page, by contender](%s)\n\n".formatted(LATENCIES)
        + "![Processor time of a page, by contender](%s)\n\n".formatted(PROCESSOR_TIME)
        + document.substring(end);
  }
}
