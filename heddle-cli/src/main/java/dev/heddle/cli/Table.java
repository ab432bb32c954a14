package dev.heddle.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Text in columns, each as wide as its widest cell. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... titles) {
    rows.add(List.of(titles));
  }

  Table row(String... cells) {
    rows.add(Stream.of(cells).map(Table::printable).toList());
    return this;
  }

  /** A name from elsewhere, without what would command a terminal or break a line. */
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }

  String render() {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        line.append(row.get(column));
        line.repeat(' ', width(column) + 2 - row.get(column).length());
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
