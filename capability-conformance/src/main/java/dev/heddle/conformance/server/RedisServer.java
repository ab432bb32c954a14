package dev.heddle.conformance.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Redis, of the package redis-server. */
public final class RedisServer extends LocalServer {
  /** What it asks of clients. */
  public static final String PASSWORD = "open-redis-7";

  private final List<String> options;
  private final int securePort = ServerProcess.freePort();

  private RedisServer(List<String> options) {
    this.options = new ArrayList<>(options);
  }

  /** Starts one that keeps what it is given, or skips the test. */
  public static RedisServer started() {
    return started(List.of("--appendonly", "yes"));
  }

  /** Starts one with other options, or skips the test. */
  public static RedisServer started(List<String> options) {
    assumeInstalled("redis-server", List.of("redis-server", "setpriv"), "Redis");
    RedisServer server = new RedisServer(options);
    server.start();
    return server;
  }

  /** Starts one that also speaks TLS, at {@link #secureUrl}, or skips the test. */
  public static RedisServer secured(Certificate certificate) {
    assumeInstalled("redis-server", List.of("redis-server", "setpriv"), "Redis");
    RedisServer server = new RedisServer(List.of("--appendonly", "yes"));
    server.options.addAll(
        List.of(
            "--tls-port",
            String.valueOf(server.securePort),
            "--tls-cert-file",
            certificate.certificate().toString(),
            "--tls-key-file",
            certificate.key().toString(),
            "--tls-ca-cert-file",
            certificate.certificate().toString(),
            "--tls-auth-clients",
            "no"));
    server.start();
    return server;
  }

  /** Where it speaks TLS. */
  public String secureUrl() {
    return "rediss://localhost:" + securePort;
  }

  /** Where it is, for {@code heddle.key-value.redis.url}. */
  public String url() {
    return "redis://localhost:" + port;
  }

  @Override
  List<ServerProcess> processes() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "redis-server",
                "--bind",
                InetAddress.getLoopbackAddress().getHostAddress(),
                "--port",
                String.valueOf(port),
                "--dir",
                folder.toString(),
                "--requirepass",
                PASSWORD));
    command.addAll(options);
    return List.of(ServerProcess.start("", "KILL", folder, command));
  }

  @Override
  boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String ask = "AUTH " + PASSWORD + "\r\nPING\r\n";
      socket.getOutputStream().write(ask.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("+OK\r\n+PONG".length());
      return new String(answer, StandardCharsets.US_ASCII).endsWith("+PONG");
    } catch (IOException notYet) {
      return false;
    }
  }
}
