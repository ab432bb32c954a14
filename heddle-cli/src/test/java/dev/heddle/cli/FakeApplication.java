package dev.heddle.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A web server that answers as an application's actuator does. */
final class FakeApplication implements AutoCloseable {
  private final HttpServer server;

  private FakeApplication(HttpServer server) {
    this.server = server;
  }

  static FakeApplication start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.start();
      return new FakeApplication(server);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  FakeApplication answering(String path, int code, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    return this;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
