package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the contenders are started from. All their processes get the same options.
 *
 * @param boutique the boutique's jar, taken apart
 * @param microservices class path of the microservices
 */
record Programs(Path boutique, String microservices) {
  /** The options of every process. */
  static final List<String> OPTIONS =
      List.of(
          "-Xms256m",
          "-Xmx256m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  /**
   * Those of this build.
   *
   * @param root the project's folder
   * @param folder where the boutique's jar is taken apart
   */
  static Programs of(Path root, Path folder) throws IOException, InterruptedException {
    Path executable = root.resolve("sample-app/target/boutique.jar");
    Path services = root.resolve("benchmarks/microservices/target");
    Path jar = services.resolve("boutique-microservices.jar");
    for (Path each : List.of(executable, jar)) {
      if (!Files.exists(each)) throw new IOException(each + " is missing: build the project");
    }
    Process extraction =
        new ProcessBuilder(
                java(),
                "-Djarmode=tools",
                "-jar",
                executable.toString(),
                "extract",
                "--force",
                "--destination",
                folder.toString())
            .inheritIO()
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (extraction.waitFor() != 0) throw new IOException(executable + " cannot be taken apart");
    return new Programs(
        folder.resolve(executable.getFileName()), jar + ":" + services.resolve("libraries") + "/*");
  }

  /** A command: a main class, and what follows it, from a class path. */
  List<String> command(String classPath, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(OPTIONS);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(arguments);
    return command;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
