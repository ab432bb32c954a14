package dev.heddle.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that reports on a running application. */
final class ReportOptions {
  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Where the application listens. By default the one that 'heddle run' started.")
  @Nullable String url;

  /** Its scheduler, if 'heddle run' started one; an application elsewhere is asked itself. */
  Optional<SchedulerLink> scheduler(Path folder) {
    if (url != null) return Optional.empty();
    return new RunFile(folder).read().flatMap(RunFile.Run::scheduler);
  }

  /** What there is to report, asked of the application and of its scheduler, if it has one. */
  LiveStatus status(Path folder, PrintWriter err) {
    return LiveStatus.of(url(folder), scheduler(folder), err);
  }

  /** Base URL of the application to report on. */
  String url(Path folder) {
    if (url != null) return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    Optional<RunFile.Run> run = new RunFile(folder).read();
    return run.map(RunFile.Run::url)
        .orElseThrow(
            () ->
                CommandFailure.failed(
                    "no application runs from this folder. Start it with './heddle run', or name"
                        + " one with --url"));
  }
}
