package dev.heddle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description =
        "Shows the log of all processes of 'run --processes', of which the last 16 MB are kept.",
    footer = {
      "%nExamples:",
      "  ./heddle logs",
      "  ./heddle logs replica-1 replica-2 --follow",
      "  ./heddle logs --component Cart",
      "  ./heddle logs --follow -o json | jq .line"
    })
final class LogsCommand implements Callable<Integer> {
  private static final long PAUSE_MILLIS = 100;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(
      paramLabel = "PROCESS",
      description =
          "Whose lines: application, replica-1 and so on, scheduler, heddle; by default all.")
  private List<String> processes = List.of();

  @Option(
      names = "--component",
      paramLabel = "NAME",
      description = "Only lines that this component has written; several times.")
  private List<String> components = List.of();

  @Option(
      names = {"-f", "--follow"},
      description = "Goes on with what is written from now on, until the run ends.")
  private boolean follow;

  @Option(
      names = "-o",
      paramLabel = "text|json",
      description = "Form of the output; json: a document a line.")
  private StatusCommand.Format format = StatusCommand.Format.TEXT;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path project = Path.of("");
    Path folder = KeptLog.folder(project);
    check(
        KeptLog.writer(folder)
            .orElseThrow(
                () ->
                    CommandFailure.failed(
                        "no log is kept in this folder. './heddle run --processes N' keeps one;"
                            + " without --processes an application writes to its own terminal"
                            + " only")));
    checkComponents(project);
    PrintWriter out = spec.commandLine().getOut();
    boolean colours = format == StatusCommand.Format.TEXT && Terminal.colours();
    try (KeptLogReader log = new KeptLogReader(folder)) {
      while (true) {
        // What is written before the run ends is there afterwards.
        boolean last = !follow || KeptLog.writer(folder).filter(KeptLog.Writer::alive).isEmpty();
        for (Optional<KeptLine> line = log.next(); line.isPresent(); line = log.next()) {
          if (wanted(line.get())) out.println(text(line.get(), colours));
        }
        out.flush();
        if (last || out.checkError()) return ExitCode.DONE;
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private void check(KeptLog.Writer writer) {
    for (String process : processes) {
      if (writer.processes().contains(process)) continue;
      throw CommandFailure.usage(
          "the run has no process "
              + process
              + "; its processes are "
              + String.join(", ", writer.processes()));
    }
  }

  /** While the application can be asked: else a mistaken name would be as one who is silent. */
  private void checkComponents(Path project) {
    Optional<RunFile.Run> run = new RunFile(project).read();
    if (components.isEmpty() || run.isEmpty()) return;
    List<StatusDocument.Component> known;
    try (ApplicationClient application = new ApplicationClient(run.get().url())) {
      known = application.status().components();
    } catch (CommandFailure starting) {
      return;
    }
    for (String component : components) {
      if (known.stream().anyMatch(each -> each.name().equals(component))) continue;
      throw CommandFailure.usage(
          "the application has no component "
              + component
              + "; './heddle status' names those that it has");
    }
  }

  private boolean wanted(KeptLine line) {
    return (processes.isEmpty() || processes.contains(line.process()))
        && (components.isEmpty() || components.contains(line.component()));
  }

  private String text(KeptLine line, boolean colours) {
    if (format == StatusCommand.Format.JSON) return JSON.writeValueAsString(line);
    String prefix = MergedLog.prefix(line.process());
    return (colours ? coloured(line.process(), prefix) : prefix) + line.line();
  }

  /** One of the six colours that terminals have beside black, white and the background. */
  private static String coloured(String process, String prefix) {
    int colour = 31 + Math.floorMod(process.hashCode(), 6);
    return "\u001b[" + colour + "m" + prefix + "\u001b[0m";
  }
}
