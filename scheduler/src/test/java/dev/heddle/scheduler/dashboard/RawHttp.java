package dev.heddle.scheduler.dashboard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Requests as they are written to a socket: a client of a library has opinions on headers. */
final class RawHttp {
  /** A stream that should have been refused has no end. */
  private static final int MAX_BYTES = 1_000_000;

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /** A whole answer. */
  record Reply(int status, String head, String body) {
    Optional<String> header(String name) {
      return Arrays.stream(head.split("\r\n"))
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  /** Sends a request with the right Host and those headers. */
  Reply send(String method, String path, String... headers) throws IOException {
    return sendLines(method + " " + path + " HTTP/1.1", host(), String.join("\r\n", headers), "");
  }

  /** Sends a document to be placed. */
  Reply place(String body, String... headers) throws IOException {
    String lines = String.join("\r\n", headers);
    String length = "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
    return sendLines("POST /api/place HTTP/1.1", host() + "\r\n" + length, lines, body);
  }

  /** Sends a request that names its host itself. */
  Reply sendLines(String first, String host, String more, String body) throws IOException {
    String head = first + "\r\n" + host + (host.isEmpty() ? "" : "\r\n");
    try (Socket socket = open()) {
      socket
          .getOutputStream()
          .write(
              (head + (more.isEmpty() ? "" : more + "\r\n") + "Connection: close\r\n\r\n" + body)
                  .getBytes(StandardCharsets.UTF_8));
      String all =
          new String(socket.getInputStream().readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      int status = Integer.parseInt(all.split(" ", 3)[1]);
      return new Reply(status, all.substring(0, end), all.substring(end + 4));
    }
  }

  Socket open() throws IOException {
    return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
  }

  String host() {
    return "Host: localhost:" + port;
  }
}
