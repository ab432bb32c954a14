package dev.heddle.conformance.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** NATS with JetStream, of the package nats-server. */
public final class NatsServer extends LocalServer {
  /** Whom it lets in. */
  public static final String USER = "shop";

  /** What it asks of that user. */
  public static final String PASSWORD = "open-nats-7";

  private static final String PROGRAM = "nats-server";

  private NatsServer() {}

  /** Starts one, or skips the test. */
  public static NatsServer started() {
    assumeInstalled(PROGRAM, List.of(PROGRAM, "setpriv"), "NATS");
    NatsServer server = new NatsServer();
    server.start();
    return server;
  }

  /** Where it is, for {@code heddle.events.nats.url}. */
  public String url() {
    return "nats://localhost:" + port;
  }

  @Override
  List<ServerProcess> processes() {
    return List.of(
        ServerProcess.start(
            "",
            "KILL",
            folder,
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
                PASSWORD)));
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
