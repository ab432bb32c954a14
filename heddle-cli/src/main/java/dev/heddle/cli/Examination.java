package dev.heddle.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at this machine for what building and running an application needs. */
final class Examination {
  private static final int JDK = 25;
  private static final long ENOUGH_MEMORY = 2L << 30;
  private static final Pattern MAVEN = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)\\.(\\d+).*");
  private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

  private final Path folder;
  private final int port;

  /**
   * @param folder the project's
   * @param port one that an application wants
   */
  Examination(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  List<Finding> findings() {
    return List.of(jdk(), maven(), project(), writable(), memory(), port(), browser());
  }

  private static Finding jdk() {
    int version = Runtime.version().feature();
    String found = version + " in " + System.getProperty("java.home");
    return version >= JDK
        ? Finding.ok("JDK", found)
        : Finding.missing("JDK", found, "Install Temurin " + JDK + " or set HEDDLE_JAVA_HOME.");
  }

  private static Finding maven() {
    Optional<String> answer =
        firstLine("mvn", "-B", "--version").map(line -> COLOURS.matcher(line).replaceAll(""));
    String remedy = "Install Maven 3.8.7 or newer and put it on the PATH.";
    if (answer.isEmpty()) return Finding.missing("Maven", "'mvn' cannot be run", remedy);
    Matcher version = MAVEN.matcher(answer.get());
    if (!version.matches()) return Finding.warning("Maven", answer.get(), remedy);
    int[] parts = Stream.of(1, 2, 3).map(version::group).mapToInt(Integer::parseInt).toArray();
    boolean recent = parts[0] > 3 || parts[1] > 8 || (parts[1] == 8 && parts[2] >= 7);
    return recent
        ? Finding.ok("Maven", answer.get())
        : Finding.missing("Maven", answer.get(), remedy);
  }

  private Finding project() {
    return Files.isRegularFile(folder.resolve("pom.xml"))
        ? Finding.ok("project", folder.toString())
        : Finding.warning(
            "project", "no pom.xml in " + folder, "Run heddle in a project's root folder.");
  }

  private Finding writable() {
    Path state = folder.resolve(".heddle");
    Path checked = Files.isDirectory(state) ? state : folder;
    return Files.isWritable(checked)
        ? Finding.ok("data folder", state + " can be written")
        : Finding.missing(
            "data folder",
            checked + " cannot be written",
            "Give yourself the right to write it, or set heddle.data-directory.");
  }

  private static Finding memory() {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system)) {
      return Finding.warning("memory", "unknown", "Have at least 2 GiB.");
    }
    long total = system.getTotalMemorySize();
    String found = (total >> 20) + " MiB";
    return total >= ENOUGH_MEMORY
        ? Finding.ok("memory", found)
        : Finding.warning("memory", found, "Have at least 2 GiB to build and run.");
  }

  private Finding port() {
    return new Ports().free(port)
        ? Finding.ok("port " + port, "free")
        : Finding.warning(
            "port " + port, "in use", "Stop what listens there, or run with --port N.");
  }

  private static Finding browser() {
    for (String name : List.of("chromium", "chromium-browser", "google-chrome")) {
      Optional<Path> found = onPath(name);
      if (found.isPresent()) return Finding.ok("browser for tests", found.get().toString());
    }
    return Finding.warning(
        "browser for tests",
        "no Chromium on the PATH",
        "Install it to run tests in a browser (apt-get install chromium).");
  }

  private static Optional<Path> onPath(String name) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<String> firstLine(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      byte[] output = process.getInputStream().readAllBytes();
      if (!process.waitFor(1, TimeUnit.MINUTES)) process.destroyForcibly();
      return new String(output, StandardCharsets.UTF_8).lines().findFirst();
    } catch (IOException cannotRun) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
