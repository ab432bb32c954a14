package cinema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** DevTools starts the application anew in the same process when a class has changed. */
@Timeout(180)
class DevToolsTest {
  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

  @TempDir private Path folder;

  @Test
  void aChangedClassRestartsTheApplicationWithItsComponents() throws Exception {
    Path classes = copy(Path.of("target/classes"), folder.resolve("classes"));
    Process application = start(classes);
    try (BufferedReader output = application.inputReader()) {
      assertThat(points(nextPort(output))).isEqualTo("0");

      Files.copy(
          Path.of("target/classes/cinema/Loyalty.class"),
          classes.resolve("cinema/Loyalty.class"),
          StandardCopyOption.REPLACE_EXISTING);

      assertThat(points(nextPort(output))).isEqualTo("0");
    } finally {
      application.destroyForcibly().waitFor();
    }
  }

  private Process start(Path classes) throws IOException {
    String classPath =
        Stream.concat(
                Stream.of(classes.toString()),
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(
                        entry -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath())))
            .collect(Collectors.joining(File.pathSeparator));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath,
            CinemaApplication.class.getName(),
            "--server.port=0",
            "--spring.devtools.livereload.enabled=false",
            "--spring.devtools.restart.poll-interval=200ms",
            "--spring.devtools.restart.quiet-period=100ms")
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static int nextPort(BufferedReader output) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher port = PORT.matcher(line);
      if (port.find()) return Integer.parseInt(port.group(1));
      seen.append(line).append('\n');
    }
    throw new AssertionError("the application ended:\n" + seen);
  }

  private static String points(int port) throws IOException, InterruptedException {
    String account = Base64.getEncoder().encodeToString("ada:lovelace".getBytes());
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/points"))
                  .header("Authorization", "Basic " + account)
                  .build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
    }
    return to;
  }
}
