package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.remote.ReplicaServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client in JavaScript, from the generated .proto alone. */
@Timeout(180)
class ForeignClientTest {
  private static final Path EXAMPLE = Path.of("../examples/clients/javascript");
  private static final String ROOT = "META-INF/heddle/proto/";
  private static final String DESK = "dev/heddle/transport/fixture/desk/Desk.proto";

  private final Wire wire = new Wire();

  @AfterEach
  void close() throws Exception {
    wire.close();
  }

  @Test
  void listsServicesCallsComponentsAndGetsProperStatusCodes(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(onPath("node") && onPath("npm"), "this machine has no Node.js");
    Serving.Answer desk = TestCalls.deskAnswer();
    ReplicaServer server =
        wire.ready(
            new TestCalls(
                call -> {
                  if (call.call().method().name().equals("echo")) call.awaitCancel();
                  return desk.to(call);
                }));
    for (Path file : List.of(EXAMPLE.resolve("package.json"), EXAMPLE.resolve("client.js"))) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    Files.copy(EXAMPLE.resolve("package-lock.json"), folder.resolve("package-lock.json"));
    proto(folder, DESK);
    proto(folder, "dev/heddle/failure.proto");
    run(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts");
    String seen =
        run(
            folder,
            "node",
            "client.js",
            server.address().toString(),
            folder.toString(),
            DESK,
            "streams");
    assertThat(seen)
        .contains(
            "\"services\":[\"dev.heddle.transport.fixture.desk.Desk\","
                + "\"grpc.health.v1.Health\",\"grpc.reflection.v1.ServerReflection\"]")
        .contains("\"addByReflection\":{\"result\":42}")
        .contains("\"add\":{\"result\":42}")
        .contains("\"badge\":{\"result\":{\"text\":\"ANN\"}}")
        .contains("\"unwelcome\":{\"unwelcome\":{\"age\":9}")
        .contains("\"fail\":{\"code\":\"INTERNAL\",\"details\":\"Desk.fail: no ink\"}")
        .contains("\"late\":{\"code\":\"DEADLINE_EXCEEDED\"")
        .contains("\"malformed\":{\"code\":\"INVALID_ARGUMENT\"}")
        .contains("\"unknown\":{\"code\":\"UNIMPLEMENTED\"}")
        .contains("\"large\":{\"code\":\"RESOURCE_EXHAUSTED\"}")
        .contains(
            "\"count\":{\"elements\":[{\"result\":1},{\"result\":2},{\"result\":3},"
                + "{\"result\":4},{\"result\":5}],\"code\":\"OK\"}")
        .contains("\"sum\":{\"result\":5050}")
        .contains(
            "\"twice\":{\"elements\":[{\"result\":2},{\"result\":4},{\"result\":6}],"
                + "\"code\":\"OK\"}");
  }

  private static void proto(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    try (InputStream in =
        Objects.requireNonNull(
            ForeignClientTest.class.getClassLoader().getResourceAsStream(ROOT + path))) {
      Files.copy(in, file);
    }
  }

  private static String run(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
