package dev.heddle.cli;

import dev.heddle.scheduler.plan.Alternative;
import dev.heddle.scheduler.plan.Cost;
import dev.heddle.scheduler.plan.Decision;
import dev.heddle.scheduler.plan.Place;
import dev.heddle.scheduler.plan.Placement;
import dev.heddle.scheduler.plan.Plan;
import dev.heddle.scheduler.plan.ProcessUse;
import dev.heddle.scheduler.plan.Situation;
import dev.heddle.scheduler.plan.Standing;
import dev.heddle.scheduler.plan.Unmet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A plan in words. Lines are as wide as a terminal of 80 columns, where names are not too long. */
final class PlanReport {
  private static final int WIDTH = 80;
  private static final int LEAST_REASON = 30;

  private static final Map<String, ToDoubleFunction<Cost>> PARTS = new LinkedHashMap<>();

  static {
    PARTS.put("own work", Cost::work);
    PARTS.put("sandbox", Cost::sandbox);
    PARTS.put("calls between processes", Cost::tunnel);
    PARTS.put("callers that wait longer", Cost::waiting);
    PARTS.put("memory", Cost::memory);
    PARTS.put("overload", Cost::overload);
    PARTS.put("together", Cost::total);
  }

  private final String application;
  private final double seconds;
  private final Situation situation;
  private final Plan plan;
  private final boolean explain;

  /**
   * @param seconds over how long calls were counted
   * @param explain whether to show what else was weighed
   */
  PlanReport(String application, double seconds, Situation situation, Plan plan, boolean explain) {
    this.application = application;
    this.seconds = seconds;
    this.situation = situation;
    this.plan = plan;
    this.explain = explain;
  }

  String text() {
    return head() + "\n" + components() + "\n" + costs() + "\n" + processes() + unmet();
  }

  private String head() {
    double calls =
        situation.graph().edges().stream().mapToDouble(edge -> edge.callsPerSecond()).sum();
    String name = application.isEmpty() ? "the application" : application;
    int replicas = situation.processes().size() - 1;
    String what =
        String.format(
            Locale.ROOT,
            "%s: %d components, %,.1f calls a second over %,.0f s, %d replicas; %s",
            Table.printable(name),
            situation.components().size(),
            calls,
            seconds,
            replicas,
            plan.moves().isEmpty()
                ? "nothing is to be moved"
                : plan.moves().size() + " to be moved");
    return String.join("\n", wrapped(what, WIDTH)) + "\n";
  }

  private String components() {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"COMPONENT", "NOW", "PLANNED", "REASON"});
    plan.decisions().forEach((name, decision) -> addRows(name, decision, rows));
    int[] widths = new int[3];
    for (String[] row : rows) {
      for (int i = 0; i < 3; i++) widths[i] = Math.max(widths[i], row[i].length());
    }
    int indent = widths[0] + widths[1] + widths[2] + 6;
    StringBuilder text = new StringBuilder();
    for (String[] row : rows) {
      List<String> lines = wrapped(row[3], Math.max(LEAST_REASON, WIDTH - indent));
      for (int i = 0; i < lines.size(); i++) {
        StringBuilder line = new StringBuilder();
        for (int j = 0; j < 3; j++) {
          String cell = i == 0 ? row[j] : "";
          line.append(cell).repeat(' ', widths[j] + 2 - cell.length());
        }
        text.append((line + lines.get(i)).stripTrailing()).append('\n');
      }
    }
    return text.toString();
  }

  private void addRows(String name, Decision decision, List<String[]> rows) {
    Standing now = situation.inForce().get(name);
    String reason = decision.reason();
    if (decision.placement().spill().isPresent()) {
      reason +=
          "; from "
              + decision.placement().spill().get().callsInFlight()
              + " calls in flight on, further ones go to replicas";
    }
    String before = now == null ? "-" : words(now.placement());
    rows.add(
        new String[] {
          Table.printable(name), before, words(decision.placement()), Table.printable(reason)
        });
    if (!explain) return;
    for (Alternative each : decision.alternatives()) {
      rows.add(new String[] {"", "", "", "- " + Table.printable(words(each))});
    }
  }

  private static String words(Placement placement) {
    if (placement.place() != Place.REMOTE) return placement.place().word();
    return placement.replicas().size() == 1
        ? placement.replicas().getFirst()
        : placement.replicas().size() + " replicas";
  }

  private static String words(Alternative alternative) {
    String where =
        alternative.replicas().isEmpty()
            ? alternative.place().word()
            : alternative.place().word() + " at " + String.join(", ", alternative.replicas());
    if (alternative.dearer().isEmpty()) return where + " cannot be: " + alternative.words();
    double dearer = alternative.dearer().getAsDouble();
    String words = alternative.words().isEmpty() ? "" : ", and " + alternative.words();
    return where
        + String.format(
            Locale.ROOT, " costs %.3f %s", Math.abs(dearer), dearer < 0 ? "less" : "more")
        + words;
  }

  private String costs() {
    Table table = new Table("COST, IN PROCESSORS", "NOW", "PLANNED");
    PARTS.forEach(
        (name, part) ->
            table.row(
                name,
                decimal(part.applyAsDouble(plan.before())),
                decimal(part.applyAsDouble(plan.cost()))));
    return table.render();
  }

  private String processes() {
    Table table = new Table("PROCESS", "TO USE", "OF AT MOST", "COMPONENTS' MEMORY");
    for (ProcessUse each : plan.processes()) {
      table.row(
          each.process(),
          decimal(each.processors()),
          decimal(each.limit()),
          each.memoryBytes() / 1_000_000 + " MB");
    }
    return table.render();
  }

  private String unmet() {
    if (plan.unmet().isEmpty()) return "";
    StringBuilder text = new StringBuilder("\nCannot be had:\n");
    for (Unmet each : plan.unmet()) {
      List<String> lines = wrapped(Table.printable(each.words()), WIDTH - 4);
      for (int i = 0; i < lines.size(); i++) {
        text.append(i == 0 ? "  - " : "    ").append(lines.get(i)).append('\n');
      }
    }
    return text.toString();
  }

  private static String decimal(double amount) {
    return String.format(Locale.ROOT, "%.3f", amount);
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) line.append(' ');
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
