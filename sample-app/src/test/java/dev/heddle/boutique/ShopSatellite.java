package dev.heddle.boutique;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A replica of the shop that is a satellite, running as a process of its own. */
record ShopSatellite(Process process) implements AutoCloseable {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** Takes the shop's jar apart, from which satellites start, and gives the jar that is left. */
  static Path layout(Path folder) throws Exception {
    Process extraction =
        new ProcessBuilder(
                JAVA,
                "-Djarmode=tools",
                "-jar",
                ShopProcess.packaged().toString(),
                "extract",
                "--destination",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (extraction.waitFor() != 0) throw new IOException("The jar could not be taken apart");
    return folder.resolve("boutique.jar");
  }

  /** Starts one, and waits until it takes calls. */
  static ShopSatellite start(Path jar, String... more) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jar.toString(),
                "dev.heddle.core.spring.ReplicaApplication",
                "--heddle.replica.satellite=true"));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> output = new ArrayList<>();
    BufferedReader lines = process.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.add(line);
      if (!line.contains(" takes calls at ")) continue;
      Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
      return new ShopSatellite(process);
    }
    throw new IOException("The satellite ended:\n" + String.join("\n", output));
  }

  /** Ends it as whoever started it does. */
  void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("it does not end");
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
