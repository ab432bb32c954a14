package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in the root folder, in a copy of it with a Maven that only pretends. */
class LauncherIT {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "cp",
          "dirname",
          "expr",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "touch");

  @TempDir private Path home;
  private Path bin;

  @BeforeEach
  void copyTheScript() throws IOException {
    Files.copy(Path.of(System.getProperty("heddle.home"), "heddle"), home.resolve("heddle"));
    for (String module : List.of("heddle-cli", "heddle-rules", "component-api")) {
      Files.createDirectories(home.resolve(module).resolve("src/main"));
      Files.writeString(home.resolve(module).resolve("pom.xml"), "");
    }
    Files.writeString(home.resolve("pom.xml"), "");
    bin = Files.createDirectories(home.resolve("bin"));
    for (String tool : TOOLS) {
      for (String folder : List.of("/bin", "/usr/bin")) {
        Path real = Path.of(folder, tool);
        if (Files.isExecutable(real) && Files.notExists(bin.resolve(tool))) {
          executable(bin.resolve(tool), "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
      }
    }
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
    try (Heddle heddle = start(Map.of("HEDDLE_JDK_SEARCH", "/nowhere"))) {
      assertThat(heddle.exitCode()).isEqualTo(78);
      assertThat(heddle.output())
          .contains("a JDK 25 or newer is needed, and none was found", "Install Temurin 25")
          .doesNotContain("Found only");
    }
  }

  @Test
  void namesTheOlderJdksThatItFound() throws Exception {
    Path old = jdk("old jdk", "17.0.1");
    jdk("jre", "25");
    Files.delete(home.resolve("jre/bin/javac"));
    String search = home + "/old*:" + home + "/jre";
    try (Heddle heddle = start(Map.of("HEDDLE_JDK_SEARCH", search))) {
      assertThat(heddle.exitCode()).isEqualTo(78);
      assertThat(heddle.output()).contains("Found only:\n  " + old + " (JDK 17)\nInstall");
    }
  }

  @Test
  void saysWhatToInstallWhenThereIsNoMaven() throws Exception {
    try (Heddle heddle = start(Map.of())) {
      assertThat(heddle.exitCode()).isEqualTo(78);
      assertThat(heddle.output()).contains("there is no 'mvn' on the PATH", "Install Maven 3.8.7");
    }
  }

  @Test
  void showsWhatTheBuildSaysIsWrong() throws Exception {
    maven("echo '[ERROR] it does not compile'; exit 1");
    try (Heddle heddle = start(Map.of())) {
      assertThat(heddle.exitCode()).isEqualTo(1);
      assertThat(heddle.output())
          .contains("[ERROR] it does not compile", "the build failed; all of it is in " + home);
    }
  }

  @Test
  void buildsOnceForTwoWhoStartTogether() throws Exception {
    workingMaven();
    try (Heddle one = start(Map.of());
        Heddle other = start(Map.of())) {
      assertThat(one.output() + other.output()).contains("  2 of 2: Heddle command line");
      assertThat(one.exitCode() + other.exitCode()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainOnlyWhenASourceChanged() throws Exception {
    workingMaven();
    version();
    version();
    assertThat(builds()).isEqualTo(1);
    Path source = home.resolve("heddle-cli/src/main/New.java");
    Files.writeString(source, "");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(2)));
    version();
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void runsByALinkFromAnotherFolder() throws Exception {
    workingMaven();
    Path link = Files.createSymbolicLink(home.resolve("bin/heddle"), home.resolve("heddle"));
    ProcessBuilder builder = new ProcessBuilder("/bin/sh", link.toString(), "--version");
    environment(builder, Map.of());
    try (Heddle heddle = Heddle.start(builder.directory(bin.toFile()))) {
      assertThat(heddle.output()).contains("heddle 0.");
    }
  }

  private void version() throws Exception {
    try (Heddle heddle = start(Map.of())) {
      assertThat(heddle.output()).contains("heddle 0.");
    }
  }

  private Heddle start(Map<String, String> environment) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", home.resolve("heddle").toString(), "--version");
    environment(builder, environment);
    return Heddle.start(builder.directory(home.toFile()));
  }

  private void environment(ProcessBuilder builder, Map<String, String> more) {
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HEDDLE_JDK_SEARCH", System.getProperty("java.home"));
    builder.environment().putAll(more);
  }

  private void workingMaven() throws IOException {
    maven(
        """
        echo build >>"%s/builds"
        echo '[INFO] Building Heddle 1.0            [1/2]'
        echo '[INFO] Building Heddle command line 1.0            [2/2]'
        mkdir -p "%s/heddle-cli/target"
        cp "%s" "%s/heddle-cli/target/heddle-cli.jar"
        """
            .formatted(home, home, System.getProperty("heddle.jar"), home));
  }

  private long builds() throws IOException {
    return Files.readAllLines(home.resolve("builds")).size();
  }

  private void maven(String script) throws IOException {
    executable(bin.resolve("mvn"), "#!/bin/sh\n" + script + "\n");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = home.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    executable(jdk.resolve("bin/java"), "");
    executable(jdk.resolve("bin/javac"), "");
    Files.writeString(
        jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n", StandardOpenOption.CREATE);
    return jdk;
  }

  private static void executable(Path file, String text) throws IOException {
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
