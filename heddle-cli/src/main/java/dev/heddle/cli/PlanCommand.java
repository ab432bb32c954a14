package dev.heddle.cli;

import dev.heddle.scheduler.plan.PlacementPlanner;
import dev.heddle.scheduler.plan.Plan;
import dev.heddle.scheduler.plan.Situation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Shows where components would best run, and why. It moves nothing.",
    footer = {
      "%nExamples:",
      "  ./heddle plan",
      "  ./heddle plan --over 10 --explain",
      "  ./heddle plan --processes 2 --processors 4 --pin Cart=remote",
      "  ./heddle status -o json > before.json",
      "  ./heddle plan --graph before.json -o json"
    })
final class PlanCommand implements Callable<Integer> {
  enum Format {
    TEXT,
    JSON
  }

  private static final int MOST_PROCESSES = 64;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin private final ReportOptions report = new ReportOptions();

  @Option(
      names = "--graph",
      paramLabel = "FILE|-",
      description =
          "What './heddle status -o json' or './heddle graph -o json' printed, instead of asking"
              + " the running application; twice, for the calls between an earlier and a later one.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--over",
      paramLabel = "SECONDS",
      description =
          "Look at the running application for so long; of files, how long they have counted.")
  @Nullable Integer over;

  @Option(
      names = "--processes",
      paramLabel = "N",
      description = "Plan for so many replicas. By default for those that there are.")
  @Nullable Integer processes;

  @Option(
      names = "--processors",
      paramLabel = "C",
      description =
          "Processors of each process, on a machine of its own. By default all share this one's.")
  @Nullable Double processors;

  @Option(
      names = "--pin",
      paramLabel = "NAME=PLACE",
      description = "Plan as if the component were pinned: local, sandboxed or remote.")
  private Map<String, String> pins = new LinkedHashMap<>();

  @Option(names = "--explain", description = "Show for each component what else was weighed.")
  private boolean explain;

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<RecordedGraph> graphs = files.isEmpty() ? ask() : read();
    PlannedSituation planned = planned();
    Situation situation = situation(planned, graphs);
    double seconds = planned.seconds(graphs);
    Plan plan = PlacementPlanner.usual().plan(situation);
    String name = graphs.getLast().application();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> out.print(new PlanReport(name, seconds, situation, plan, explain).text());
      case JSON ->
          out.println(
              ApplicationClient.JSON.writeValueAsString(
                  PlanDocument.of(name, seconds, situation, plan)));
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void check() {
    if (files.size() > 2) throw CommandFailure.usage("--graph takes one file, or two");
    if (over != null && over < 1) throw CommandFailure.usage("--over takes seconds, from 1");
    if (processes != null && (processes < 0 || processes > MOST_PROCESSES)) {
      throw CommandFailure.usage("--processes takes 0 to " + MOST_PROCESSES + ", not " + processes);
    }
    if (processors != null && !(processors > 0)) {
      throw CommandFailure.usage("--processors takes a number above 0, not " + processors);
    }
  }

  private static Situation situation(PlannedSituation planned, List<RecordedGraph> graphs) {
    try {
      return planned.of(graphs);
    } catch (IllegalArgumentException strange) {
      throw CommandFailure.failed(graphs.getLast().source() + ": " + strange.getMessage());
    }
  }

  private PlannedSituation planned() {
    return new PlannedSituation(
        processes == null ? OptionalInt.empty() : OptionalInt.of(processes),
        processors == null ? OptionalDouble.empty() : OptionalDouble.of(processors),
        pins,
        over == null || files.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(over));
  }

  private List<RecordedGraph> read() throws IOException {
    List<RecordedGraph> graphs = new ArrayList<>();
    for (String file : files) {
      String json =
          file.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(file));
      graphs.add(RecordedGraph.parse(file, json));
    }
    return graphs;
  }

  private List<RecordedGraph> ask() throws InterruptedException {
    List<RecordedGraph> graphs = new ArrayList<>();
    graphs.add(running());
    if (over != null) {
      spec.commandLine().getErr().println("Looking for " + over + " s ...");
      Thread.sleep(1_000L * over);
      graphs.add(running());
    }
    return graphs;
  }

  private RecordedGraph running() {
    Path folder = Path.of("");
    String json = report.status(folder, spec.commandLine().getErr()).json();
    return RecordedGraph.parse(report.url(folder), json);
  }
}
