package dev.heddle.conformance.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** NATS with JetStream, of the package nats-server. */
public final class NatsServer extends LocalServer {
  /** Whom it lets in. */
  public static final String USER = "shop";

  /** What it asks of that user. */
  public static final String PASSWORD = "open-nats-7";

  private static final String PROGRAM = "nats-server";

  private final List<String> options;

  private NatsServer(List<String> options) {
    this.options = options;
  }

  /** Starts one, or skips the test. */
  public static NatsServer started() {
    return started(List.of());
  }

  /** Starts one that speaks TLS alone, at {@link #secureUrl}, or skips the test. */
  public static NatsServer secured(Certificate certificate) {
    return started(
        List.of(
            "--tls",
            "--tlscert",
            certificate.certificate().toString(),
            "--tlskey",
            certificate.key().toString()));
  }

  private static NatsServer started(List<String> options) {
    assumeInstalled(PROGRAM, List.of(PROGRAM, "setpriv"), "NATS");
    NatsServer server = new NatsServer(options);
    server.start();
    return server;
  }

  /** Where it is, for {@code heddle.events.nats.url}. */
  public String url() {
    return "nats://localhost:" + port;
  }

  /** Where it is when it speaks TLS. */
  public String secureUrl() {
    return "tls://localhost:" + port;
  }

  @Override
  List<ServerProcess> processes() {
    List<String> command =
        new ArrayList<>(
            List.of(
                PROGRAM,
                "-a",
                InetAddress.getLoopbackAddress().getHostAddress(),
                "-p",
                String.valueOf(port),
                "-js",
                "-sd",
                folder.resolve("data").toString(),
                "--user",
                USER,
                "--pass",
                PASSWORD));
    command.addAll(options);
    return List.of(ServerProcess.start("", "KILL", folder, command));
  }

  @Override
  boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      byte[] greeting = socket.getInputStream().readNBytes("INFO ".length());
      return new String(greeting, StandardCharsets.US_ASCII).equals("INFO ");
    } catch (IOException notYet) {
      return false;
    }
  }
}
