package dev.heddle.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new project that is changed while it runs. */
class WatchIT {
  private static final Pattern URL = Pattern.compile("is running: (http://\\S+)");
  private static final String RESTARTED = "restarted in ";

  @TempDir private Path folder;

  @Test
  void whatIsSavedIsSeenInTheRunningApplication() throws Exception {
    String repository =
        LocalRepository.in(
                folder.resolve("repository"),
                Path.of(System.getProperty("heddle.home")),
                Path.of(System.getProperty("heddle.fetched")),
                System.getProperty("heddle.version"))
            .option();
    try (Heddle made = Heddle.start(folder, "new", "greeter", "--no-install")) {
      assertThat(made.exitCode()).isZero();
    }
    Path project = folder.resolve("greeter");
    Path sources = project.resolve("src/main/java/greeter");
    Path greeting = sources.resolve("greeting/PlainGreeting.java");
    try (Heddle run = watch(project, repository)) {
      Matcher url = URL.matcher(run.line("is running: "));
      assertThat(url.find()).isTrue();
      String ada = url.group(1) + "/hello/Ada";
      assertThat(run.line("Watching ")).isEqualTo("Watching src/main ... (Ctrl-C stops it)");
      assertThat(get(ada)).isEqualTo("Hello, Ada!");

      replace(greeting, "Welcome back", "Nice to see you");
      assertThat(run.line(RESTARTED)).startsWith("Compiled 1 file in ");
      assertThat(get(ada)).as("state is kept").isEqualTo("Nice to see you, Ada: visit 2");

      replace(greeting, "visits.count(name)", "visits.cuont(name)");
      assertThat(run.line("Not compiled")).contains("1 error", "goes on as it was");
      assertThat(run.line("cannot find symbol"))
          .startsWith("src/main/java/greeter/greeting/PlainGreeting.java:");
      assertThat(get(ada)).isEqualTo("Nice to see you, Ada: visit 3");
      replace(greeting, "visits.cuont(name)", "visits.count(name)");
      replace(greeting, "Nice to see you", "Good to see you");
      run.line(RESTARTED, 2);
      assertThat(get(ada)).isEqualTo("Good to see you, Ada: visit 4");

      addsAndRemovesAComponent(run, project, sources.resolve("moon"), url.group(1));
      assertThat(get(ada)).isEqualTo("Good to see you, Ada: visit 5");

      Files.writeString(project.resolve("pom.xml"), "\n", StandardOpenOption.APPEND);
      assertThat(run.line("pom.xml has changed")).contains("./heddle run --watch anew");
      run.signal("INT");
      assertThat(run.exitCode()).isZero();
      assertThat(new RunFile(project).read()).isEmpty();
    }
    assertThat(contents(ExecutableJar.of(project).orElseThrow().file()))
        .isNotEmpty()
        .noneMatch(entry -> entry.contains("devtools"));
  }

  private static void addsAndRemovesAComponent(Heddle run, Path project, Path moon, String url)
      throws Exception {
    Path controller =
        write(
            moon.resolve("MoonController.java"),
            "package greeter.moon; @org.springframework.web.bind.annotation.RestController"
                + " record MoonController(Moon moon) {"
                + " @org.springframework.web.bind.annotation.GetMapping(\"/moon\")"
                + " String phase() { return moon.phase(); } }");
    Path component =
        write(
            moon.resolve("Moon.java"),
            "package greeter.moon; @dev.heddle.component.ComponentInterface"
                + " public interface Moon { String phase(); }");
    run.line("The application did not start; it says why.");
    run.line("every component has an implementation: Moon");
    Path implementation =
        write(
            moon.resolve("FullMoon.java"),
            "package greeter.moon; @dev.heddle.component.ComponentImplementation"
                + " final class FullMoon implements Moon {"
                + " public String phase() { return \"full\"; } }");
    run.line(RESTARTED, 3);
    assertThat(get(url + "/moon")).isEqualTo("full");
    assertThat(status(project)).contains("Moon");

    // None of the steps but the last makes an application, however many the loop sees.
    Files.delete(implementation);
    Files.delete(component);
    Files.delete(controller);
    run.line(RESTARTED, 4);
    assertThat(response(url + "/moon").statusCode()).isEqualTo(404);
    assertThat(status(project)).contains("Greeting").doesNotContain("Moon");
  }

  private static Heddle watch(Path project, String repository) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("./heddle", "run", "--watch", "--port", "0").directory(project.toFile());
    builder.environment().put("MAVEN_OPTS", repository);
    return Heddle.start(builder);
  }

  private static String status(Path project) throws Exception {
    try (Heddle status = Heddle.start(project, "status")) {
      assertThat(status.exitCode()).isZero();
      return status.output();
    }
  }

  private static void replace(Path file, String text, String replacement) throws IOException {
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, replacement));
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    return Files.writeString(file, text);
  }

  private static List<String> contents(Path jar) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream().map(ZipEntry::getName).toList();
    }
  }

  private static String get(String url) throws IOException, InterruptedException {
    return response(url).body();
  }

  private static HttpResponse<String> response(String url)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }
  }
}
