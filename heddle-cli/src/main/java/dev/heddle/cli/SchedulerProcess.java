package dev.heddle.cli;

import dev.heddle.scheduler.ProcessSpecification;
import dev.heddle.scheduler.SchedulerMain;
import dev.heddle.scheduler.dashboard.DashboardToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The scheduler, a process of its own: when it is lost, calls go on as they went. */
final class SchedulerProcess {
  static final String NAME = "scheduler";

  private final SchedulerLink link;
  private final String web;
  private final Path folder;

  /**
   * A scheduler that knows nothing of earlier runs: these had their own arguments. When it is
   * started again, it goes on with what it knew.
   *
   * @param web where the application is open to browsers
   * @param folder the project's
   */
  SchedulerProcess(SchedulerLink link, String web, Path folder) throws IOException {
    this.link = link;
    this.web = web;
    this.folder = folder;
    Files.deleteIfExists(state().resolve("state.json"));
  }

  private Path state() {
    return folder.resolve(".heddle/scheduler");
  }

  static String newToken() {
    return DashboardToken.random().text();
  }

  /**
   * How it is run.
   *
   * @param address where processes join it
   */
  ProcessSpecification specification(String address) {
    List<String> command =
        List.of(
            ApplicationProcess.javaProgram(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            SchedulerMain.class.getName(),
            address,
            state().toString(),
            Integer.toString(URI.create(link.url()).getPort()),
            web);
    return new ProcessSpecification(
        NAME, folder, Map.of(SchedulerMain.TOKEN, link.token()), () -> command);
  }
}
