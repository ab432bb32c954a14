package dev.heddle.transport.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.spring.ReplicaApplication;
import io.grpc.ManagedChannel;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A satellite in a process of its own. */
@Timeout(120)
class SatelliteTest {
  private static final String CONFIGURATION =
      """
      heddle:
        components:
          Desk:
            implementation: none
      """;

  @TempDir private Path folder;

  @Test
  void readsFilesEnvironmentAndCommandLineAndTakesCalls() throws Exception {
    try (Satellite satellite =
        start(
            Map.of("HEDDLE_REPLICA_NAME", "night"),
            "--heddle.replicas.addresses=unix:" + folder.resolve("home"),
            "--heddle.replica.listen=localhost:0")) {
      String line = satellite.line("takes calls at");
      assertThat(line).contains("INFO", "night takes calls at localhost:");
      int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
      try {
        assertThat(
                HealthGrpc.newBlockingStub(channel)
                    .check(HealthCheckRequest.getDefaultInstance())
                    .getStatus()
                    .name())
            .isEqualTo("SERVING");
      } finally {
        channel.shutdownNow();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"true, 0", "false, 143"})
  void endsWithItsStandardInputOrWhenItIsToldTo(boolean supervised, int exitCode) throws Exception {
    Path socket = folder.resolve("satellite");
    try (Satellite satellite =
        start(
            Map.of(),
            "--heddle.replicas.addresses=unix:" + folder.resolve("home"),
            "--heddle.replica.listen=unix:" + socket,
            "--heddle.replica.supervised=" + supervised)) {
      satellite.line("takes calls at unix:" + socket);
      assertThat(socket).exists();
      satellite.process().getOutputStream().close();
      if (!supervised) satellite.process().destroy();
      assertThat(satellite.process().waitFor()).isEqualTo(exitCode);
      assertThat(socket).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--heddle.replicas.addresses=unix:/one,unix:/two | a satellite has one process that it belongs to",
        "--heddle.replica.max-calls=0                    | it must be from 1 to 1000000",
        "--heddle.transport.tls.certificate=own.pem      | a certificate without its key",
        "--heddle.components.Dsk.placement=local         | Did you mean Desk?",
      })
  void saysInWordsWhyItCannotStart(String argument, String words) throws Exception {
    try (Satellite satellite = start(Map.of(), argument)) {
      assertThat(satellite.rest())
          .contains("APPLICATION FAILED TO START", words)
          .doesNotContain("\tat ");
      assertThat(satellite.process().waitFor()).isEqualTo(1);
    }
  }

  @Test
  void saysInWordsWhereItCannotListen() throws Exception {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    try (Satellite satellite =
        start(
            Map.of(),
            "--heddle.replicas.addresses=unix:" + folder.resolve("home"),
            "--heddle.replica.listen=unix:" + open.resolve("satellite"))) {
      assertThat(satellite.rest())
          .contains("others may enter its directory " + open, "Give the directory mode 700")
          .doesNotContain("\tat ");
      assertThat(satellite.process().waitFor()).isEqualTo(1);
    }
  }

  private Satellite start(Map<String, String> environment, String... arguments) throws IOException {
    Files.writeString(folder.resolve("application.yaml"), CONFIGURATION);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaApplication.class.getName(),
                "--heddle.replica.satellite=true"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    return new Satellite(process, process.inputReader());
  }

  private record Satellite(Process process, BufferedReader output) implements AutoCloseable {

    /** The next line that has these words. */
    String line(String words) throws IOException {
      List<String> others = new ArrayList<>();
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains(words)) return line;
        others.add(line);
      }
      throw new AssertionError("no '" + words + "' in " + String.join("\n", others));
    }

    String rest() {
      return output.lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}
