package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Says what this machine lacks, and what to do about it.",
    footer = {"%nExamples:", "  ./heddle doctor", "  ./heddle doctor -o json"})
final class DoctorCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port that is to be free (${DEFAULT-VALUE}).",
      defaultValue = "8080")
  private int port;

  @Option(names = "-o", paramLabel = "text|json", description = "Form of the output.")
  private StatusCommand.Format format = StatusCommand.Format.TEXT;

  @Override
  public Integer call() {
    List<Finding> findings = new Examination(Path.of("").toAbsolutePath(), port).findings();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (format) {
          case JSON -> json(findings);
          case TEXT -> text(findings, Ansi.AUTO);
        });
    out.flush();
    boolean missing = findings.stream().anyMatch(f -> f.verdict() == Finding.Verdict.MISSING);
    return missing ? ExitCode.ENVIRONMENT : ExitCode.DONE;
  }

  static String json(List<Finding> findings) {
    JsonMapper mapper = JsonMapper.builder().enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE).build();
    return mapper.writeValueAsString(findings) + "\n";
  }

  static String text(List<Finding> findings, Ansi ansi) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(ansi.string(verdict(finding)));
      text.append(finding.subject()).append(": ").append(finding.found()).append('\n');
      if (!finding.remedy().isEmpty()) {
        text.append("         ").append(finding.remedy()).append('\n');
      }
    }
    return text.toString();
  }

  private static String verdict(Finding finding) {
    return switch (finding.verdict()) {
      case OK -> "@|green ok|@       ";
      case WARNING -> "@|yellow warning|@  ";
      case MISSING -> "@|red missing|@  ";
    };
  }
}
