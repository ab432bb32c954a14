package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine lacks, and what to do about it.",
    footer = {"%nExamples:", "  heddle doctor", "  heddle doctor -o json"})
final class DoctorCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private StatusCommand.Format format = StatusCommand.Format.TEXT;

  @Override
  public Integer call() {
    List<Finding> findings = new Examination(Path.of("").toAbsolutePath()).findings();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case JSON -> out.println(JsonMapper.builder().build().writeValueAsString(findings));
      case TEXT -> out.print(render(findings));
    }
    out.flush();
    boolean missing = findings.stream().anyMatch(f -> f.verdict() == Finding.Verdict.MISSING);
    return missing ? ExitCode.ENVIRONMENT : ExitCode.DONE;
  }

  static String render(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          String.format("%-8s %s: %s%n", word(finding), finding.subject(), finding.found()));
      if (!finding.remedy().isEmpty()) {
        text.append("         ").append(finding.remedy()).append('\n');
      }
    }
    return text.toString();
  }

  private static String word(Finding finding) {
    return switch (finding.verdict()) {
      case OK -> "ok";
      case WARNING -> "warning";
      case MISSING -> "missing";
    };
  }
}
