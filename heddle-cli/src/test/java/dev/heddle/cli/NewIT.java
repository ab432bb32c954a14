package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project made in an empty folder, changed as the tutorial says, built and run. */
class NewIT {
  private static final Pattern URL = Pattern.compile("is running: (http://\\S+)");

  @TempDir private Path folder;

  @Test
  void aNewProjectPassesItsTestsAndRunsWithOneCommand() throws Exception {
    String repository =
        LocalRepository.in(
                folder.resolve("repository"),
                Path.of(System.getProperty("heddle.home")),
                Path.of(System.getProperty("heddle.fetched")),
                System.getProperty("heddle.version"))
            .option();
    make("greeter", "--no-install");
    Path project = folder.resolve("greeter");
    Tutorial.follow(project);

    try (Heddle tests = start(project, repository, List.of("mvn", "-B", "-ntp", "verify"))) {
      assertThat(tests.output()).contains("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0");
      assertThat(tests.exitCode()).isZero();
    }
    try (Heddle run = start(project, repository, List.of("./heddle", "run", "--port", "0"))) {
      Matcher url = URL.matcher(run.line("is running: "));
      assertThat(url.find()).isTrue();
      assertThat(get(url.group(1) + "/hello/Ada")).matches("Good \\w+, Ada!");
      assertThat(get(url.group(1) + "/hello/Ada")).matches("Good \\w+, Ada: visit 2");
      try (Heddle graph = start(project, repository, List.of("./heddle", "graph"))) {
        assertThat(graph.output()).containsPattern("Greeting +Visits +count +2 ");
      }
      try (Heddle move = start(project, repository, placing("sandboxed"))) {
        assertThat(move.exitCode()).as(move.output()).isZero();
      }
      assertThat(get(url.group(1) + "/hello/Ada")).matches("Good \\w+, Ada: visit 3");
      try (Heddle status = start(project, repository, List.of("./heddle", "status"))) {
        assertThat(status.output()).containsPattern("Greeting +sandboxed");
      }
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
    try (Heddle run =
        start(
            project,
            repository,
            List.of("./heddle", "run", "--port", "0", "--placement", "all=sandboxed"))) {
      Matcher url = URL.matcher(run.line("is running: "));
      assertThat(url.find()).isTrue();
      assertThat(get(url.group(1) + "/hello/Ada")).matches("Good \\w+, Ada: visit 4");
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
  }

  private static List<String> placing(String placement) {
    return List.of("./heddle", "place", "Greeting", placement);
  }

  @Test
  void leavesAFolderAloneThatIsNotEmpty() throws Exception {
    Files.createDirectories(folder.resolve("greeter"));
    Files.writeString(folder.resolve("greeter/notes.txt"), "mine");
    try (Heddle heddle = Heddle.start(folder, "new", "greeter")) {
      assertThat(heddle.output()).contains("is not empty; nothing was changed");
      assertThat(heddle.exitCode()).isEqualTo(1);
    }
    assertThat(folder.resolve("greeter")).isDirectoryContaining("glob:**/notes.txt");
  }

  @Test
  void saysWhatANameAndAPackageAreMadeOf() throws Exception {
    try (Heddle heddle = Heddle.start(folder, "new", "Greeter")) {
      assertThat(heddle.output()).contains("lower-case letters, digits and dashes", "'Greeter'");
      assertThat(heddle.exitCode()).isEqualTo(2);
    }
    try (Heddle heddle = Heddle.start(folder, "new", "greeter", "--package", "my.new")) {
      assertThat(heddle.output()).contains("'my.new' is no Java package");
      assertThat(heddle.exitCode()).isEqualTo(2);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private void make(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "new";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    try (Heddle heddle = Heddle.start(folder, command)) {
      assertThat(heddle.output()).contains("greeter is there", "./heddle run");
      assertThat(heddle.exitCode()).isZero();
    }
  }

  private static Heddle start(Path project, String repository, List<String> command)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile());
    builder.environment().put("MAVEN_OPTS", repository);
    return Heddle.start(builder);
  }

  private static String get(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
