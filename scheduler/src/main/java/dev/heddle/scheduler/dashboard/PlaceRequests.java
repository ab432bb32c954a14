package dev.heddle.scheduler.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what somebody wants moved, and has it moved. Safe for use by many threads. */
final class PlaceRequests {
  private static final int MAX_BYTES = 4096;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String EXAMPLE =
      "Send {\"component\":\"Cart\",\"placement\":\"local|sandboxed|remote|auto\"}";

  private final Supplier<State> state;
  private final Placing placing;

  PlaceRequests(Supplier<State> state, Placing placing) {
    this.state = state;
    this.placing = placing;
  }

  /** What became of the component that the request names. */
  Placing.Placed serve(HttpExchange exchange) throws IOException, RefusedRequest {
    checkType(exchange);
    JsonNode wanted = read(exchange);
    String component = text(wanted, "component");
    Placing.Place place = place(text(wanted, "placement"));
    checkKnown(component);
    return placing.place(component, place);
  }

  private static void checkType(HttpExchange exchange) throws RefusedRequest {
    String type =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse("");
    if (type.toLowerCase(Locale.ROOT).split(";", 2)[0].strip().equals("application/json")) return;
    throw new RefusedRequest(
        415,
        "What is to be placed is told in JSON",
        "The request's Content-Type is not application/json",
        EXAMPLE);
  }

  private static JsonNode read(HttpExchange exchange) throws IOException, RefusedRequest {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new RefusedRequest(
          413, "A request has at most " + MAX_BYTES + " bytes", "This one has more", EXAMPLE);
    }
    try {
      return JSON.readTree(body);
    } catch (JacksonException broken) {
      throw malformed("The request's body is no JSON: " + broken.getOriginalMessage());
    }
  }

  private static String text(JsonNode document, String field) throws RefusedRequest {
    JsonNode value = document.path(field);
    if (!value.isString()) throw malformed("The document has no text '" + field + "'");
    return value.stringValue();
  }

  private static Placing.Place place(String word) throws RefusedRequest {
    return Stream.of(Placing.Place.values())
        .filter(each -> each.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> malformed("'placement' is '" + word + "'"));
  }

  private void checkKnown(String component) throws RefusedRequest {
    if (state.get().components().stream().anyMatch(each -> each.name().equals(component))) return;
    throw new RefusedRequest(
        404,
        "A component of the application is placed",
        "The application has no component " + component,
        "GET /api/state lists its components");
  }

  private static RefusedRequest malformed(String found) {
    return new RefusedRequest(400, "A request names a component and a placement", found, EXAMPLE);
  }
}
