package dev.heddle.cli;

import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The status of a running application: what its own process says, and, where a scheduler runs
 * beside it, the placement table, the moves and the calls of all processes as that knows them.
 */
final class LiveStatus {
  private final String url;
  private final String json;

  private LiveStatus(String url, String json) {
    this.url = url;
    this.json = json;
  }

  /**
   * Asks for it.
   *
   * @param url where the application answers
   * @param err told when a scheduler does not answer: the application's own view is what is left
   */
  static LiveStatus of(String url, Optional<SchedulerLink> scheduler, PrintWriter err) {
    String own;
    try (ApplicationClient application = new ApplicationClient(url)) {
      own = application.statusJson();
    }
    return new LiveStatus(url, scheduler.map(link -> completed(own, link, err)).orElse(own));
  }

  /** The document; without a scheduler exactly as the application sends it. */
  String json() {
    return json;
  }

  StatusDocument document() {
    return ApplicationClient.status(url, json);
  }

  private static String completed(String own, SchedulerLink scheduler, PrintWriter err) {
    try (ApplicationClient client = new ApplicationClient(scheduler.url())) {
      JsonNode state = ApplicationClient.JSON.readTree(client.get("/api/state"));
      JsonNode status = ApplicationClient.JSON.readTree(own);
      // A scheduler that has just started waits for the application to join it.
      boolean joined = !state.path("components").isEmpty();
      return joined && status instanceof ObjectNode document
          ? ApplicationClient.JSON.writeValueAsString(merged(document, state))
          : own;
    } catch (CommandFailure | JacksonException silent) {
      err.println(
          "heddle: the scheduler at "
              + scheduler.url()
              + " does not answer; this is what the application's own process knows");
      err.flush();
      return own;
    }
  }

  /** The document of the application, with what its scheduler knows better. */
  static ObjectNode merged(ObjectNode status, JsonNode state) {
    status.set("epoch", state.path("epoch"));
    for (JsonNode each : status.path("components")) {
      if (each instanceof ObjectNode component) place(component, state.path("components"));
    }
    ArrayNode edges = edges(state.path("edges"));
    if (!edges.isEmpty()) status.set("edges", edges);
    status.set("processes", state.path("processes"));
    status.set("moves", state.path("moves"));
    return status;
  }

  private static void place(ObjectNode component, JsonNode placed) {
    for (JsonNode each : placed) {
      if (!each.path("name").equals(component.path("name"))) continue;
      component.set("placement", each.path("placement"));
      component.set("reason", each.path("reason"));
      component.set("pinned", each.path("pinned"));
      component.set("at", each.path("replicas"));
    }
  }

  /** As the application writes them: one for each method that was called. */
  private static ArrayNode edges(JsonNode edges) {
    ArrayNode merged = ApplicationClient.JSON.createArrayNode();
    for (JsonNode edge : edges) {
      for (JsonNode method : edge.path("methods")) {
        long calls = sum(method, "calls");
        if (calls == 0) continue;
        ObjectNode one = merged.addObject();
        one.set("caller", edge.path("caller"));
        one.set("callee", edge.path("callee"));
        one.set("method", method.path("method"));
        one.put("calls", calls);
        one.put("errors", sum(method, "errors"));
        one.put("bytes", sum(method, "bytes"));
        one.put("elements", sum(method, "elements"));
        one.set("p50Micros", method.path("p50Micros"));
        one.set("p99Micros", method.path("p99Micros"));
        one.put("remoteShare", (double) remote(method) / calls);
        one.set("placements", method.path("placements"));
      }
    }
    return merged;
  }

  private static long sum(JsonNode method, String name) {
    long sum = 0;
    for (JsonNode at : method.path("placements")) sum += at.path(name).asLong(0);
    return sum;
  }

  private static long remote(JsonNode method) {
    long remote = 0;
    for (JsonNode at : method.path("placements")) {
      if (at.path("placement").asString("").equals("remote")) remote += at.path("calls").asLong(0);
    }
    return remote;
  }
}
