package dev.heddle.scheduler.dashboard;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Finds what a request asks for, and answers it. Safe for use by many threads. */
final class Routes implements HttpHandler {
  private static final Logger LOG = System.getLogger(Routes.class.getName());
  private static final String API = "/api/";
  private static final String READ = "GET, HEAD";

  private final Guard guard;
  private final Map<String, PageFile> files = PageFile.all();
  private final Supplier<State> state;
  private final StateStream stream;
  private final PlaceRequests places;

  Routes(Guard guard, Supplier<State> state, StateStream stream, PlaceRequests places) {
    this.guard = guard;
    this.state = state;
    this.stream = stream;
    this.places = places;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      setPolicy(exchange.getResponseHeaders());
      try {
        route(exchange);
      } catch (RefusedRequest refused) {
        refuse(exchange, refused);
      } catch (RuntimeException failure) {
        LOG.log(Level.ERROR, "The dashboard cannot answer " + path(exchange), failure);
        refuse(exchange, failed(failure));
      }
    }
  }

  private void route(HttpExchange exchange) throws IOException, RefusedRequest {
    guard.checkAddressed(exchange.getRequestHeaders());
    String path = path(exchange);
    if (path.startsWith(API)) guard.checkOwnPage(exchange.getRequestHeaders());
    PageFile file = files.get(path);
    if (file != null) {
      checkMethod(exchange, READ);
      answer(file, exchange.getRequestHeaders()).send(exchange);
      return;
    }
    switch (path) {
      case API + "state" -> {
        checkMethod(exchange, READ);
        Answer.json(Answer.OK, state.get()).send(exchange);
      }
      case API + "stream" -> {
        checkMethod(exchange, READ);
        stream.serve(exchange);
      }
      case API + "place" -> {
        checkMethod(exchange, "POST");
        guard.checkToken(exchange.getRequestHeaders());
        Answer.json(Answer.OK, places.serve(exchange)).send(exchange);
      }
      default ->
          throw new RefusedRequest(
              404,
              "The dashboard has its page and, below " + API + ", state, stream and place",
              "There is nothing at this address",
              "Open the dashboard at /");
    }
  }

  private static Answer answer(PageFile file, Headers request) {
    boolean same = file.tag().equals(request.getFirst("If-None-Match"));
    return same ? Answer.unchanged(file) : Answer.file(file);
  }

  private static void checkMethod(HttpExchange exchange, String allowed) throws RefusedRequest {
    String method = exchange.getRequestMethod();
    if (!List.of(allowed.split(", ")).contains(method)) {
      throw RefusedRequest.method(method, allowed);
    }
  }

  private static void refuse(HttpExchange exchange, RefusedRequest refused) throws IOException {
    boolean script = path(exchange).startsWith(API);
    (script ? Answer.refusal(refused) : Answer.refusalPage(refused)).send(exchange);
  }

  private static RefusedRequest failed(RuntimeException failure) {
    return new RefusedRequest(
        500,
        "The scheduler answers",
        "It failed: " + failure,
        "Its log has the whole of it; try again");
  }

  private static String path(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    return path == null ? "" : path;
  }

  /** Names come from outside: nothing but the page's own files may run, and nobody may frame it. */
  private static void setPolicy(Headers headers) {
    headers.set(
        "Content-Security-Policy",
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'; require-trusted-types-for 'script'");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
  }
}
