package dev.heddle.scheduler.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A whole answer to a request. Immutable. */
final class Answer {
  static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** A document, which holds for this moment only. */
  static Answer json(int status, Object document) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        bytes(document));
  }

  /** A file that a browser may keep, and asks about each time. */
  static Answer file(PageFile file) {
    return new Answer(OK, fileHeaders(file), file.body());
  }

  /** The file is the one that the browser has. */
  static Answer unchanged(PageFile file) {
    return new Answer(NOT_MODIFIED, fileHeaders(file), new byte[0]);
  }

  /** Why a request is not served, for a script. */
  static Answer refusal(RefusedRequest refused) {
    return json(refused.status(), refused.refusal()).with(refused.headers());
  }

  /** Why a request is not served, for a person. */
  static Answer refusalPage(RefusedRequest refused) {
    Placing.Refusal refusal = refused.refusal();
    String page =
        """
        <!DOCTYPE html>
        <html lang="en"><meta charset="utf-8"><title>Heddle: %d</title>
        <h1>%s</h1>
        <p>%s.</p>
        <p>%s.</p>
        </html>
        """
            .formatted(
                refused.status(),
                escaped(refusal.rule()),
                escaped(refusal.found()),
                escaped(refusal.remedy()));
    return new Answer(
            refused.status(),
            Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"),
            page.getBytes(StandardCharsets.UTF_8))
        .with(refused.headers());
  }

  /** A document's JSON. */
  static byte[] bytes(Object document) {
    return JSON.writeValueAsBytes(document);
  }

  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
      if (status != NOT_MODIFIED) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
      }
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private Answer with(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }

  private static Map<String, String> fileHeaders(PageFile file) {
    return Map.of("Content-Type", file.type(), "Cache-Control", "no-cache", "ETag", file.tag());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
