package dev.heddle.benchmarks.boutique;

import java.util.List;
import java.util.Locale;

/**
 * A picture of bars, one below the other, as SVG that is readable on light and on dark paper.
 *
 * @param title what is shown
 * @param unit of the values
 * @param bars from the top; the first is what the others are compared with
 */
record Bars(String title, String unit, List<Bar> bars) {
  private static final int WIDTH = 720;
  private static final int TOP = 44;
  private static final int STEP = 34;
  private static final int THICKNESS = 22;
  private static final int LEFT = 130;
  private static final int LONGEST = 400;

  /**
   * One of them.
   *
   * @param value from 0
   */
  record Bar(String name, double value) {}

  /** The whole file. */
  String svg() {
    int height = TOP + STEP * bars.size() + 8;
    StringBuilder svg =
        new StringBuilder(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img" aria-labelledby="title">
            <title id="title">%s</title>
            <style>
              text { font: 14px system-ui, sans-serif; fill: #1f2328; }
              .title { font-weight: 600; font-size: 16px; }
              .name { text-anchor: end; }
              .first { fill: #b35900; }
              .other { fill: #1f6feb; }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3; }
                .first { fill: #e8903a; }
                .other { fill: #58a6ff; }
              }
            </style>
            <text class="title" x="0" y="20">%s</text>
            """
                .formatted(WIDTH, height, WIDTH, escaped(title), escaped(title)));
    for (int i = 0; i < bars.size(); i++) append(svg, i);
    return svg.append("</svg>\n").toString();
  }

  private void append(StringBuilder svg, int index) {
    Bar bar = bars.get(index);
    int y = TOP + STEP * index;
    double width = Math.max(1, bar.value() / longest() * LONGEST);
    svg.append(
        String.format(
            Locale.ROOT,
            """
            <text class="name" x="%d" y="%d">%s</text>
            <rect class="%s" x="%d" y="%d" width="%.1f" height="%d" rx="2"/>
            <text x="%.1f" y="%d">%s</text>
            """,
            LEFT - 10,
            y + 16,
            escaped(bar.name()),
            index == 0 ? "first" : "other",
            LEFT,
            y,
            width,
            THICKNESS,
            LEFT + width + 8,
            y + 16,
            escaped(label(index))));
  }

  private double longest() {
    return bars.stream().mapToDouble(Bar::value).max().orElseThrow();
  }

  private String label(int index) {
    double value = bars.get(index).value();
    String text = String.format(Locale.ROOT, "%.2f %s", value, unit);
    if (index == 0) return text;
    double first = bars.getFirst().value();
    return value <= first
        ? text + String.format(Locale.ROOT, ", %.1f times less", first / value)
        : text + String.format(Locale.ROOT, ", %.1f times more", value / first);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
