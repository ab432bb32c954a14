package dev.heddle.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running application about its events, and changes its dead letters. */
final class EventsClient implements AutoCloseable {
  private static final String ENDPOINT = "/actuator/heddleevents";
  private static final JsonMapper JSON = ApplicationClient.JSON;

  private final ApplicationClient application;
  private final String url;

  EventsClient(String url) {
    this.application = new ApplicationClient(url);
    this.url = url;
  }

  EventsDocument overview() {
    return read(overviewJson(), EventsDocument.class);
  }

  /** The overview, exactly as the application sends it. */
  String overviewJson() {
    return application.read(ENDPOINT, "heddleevents");
  }

  EventsDocument.DeadLetters dead(String query) {
    return read(deadJson(query), EventsDocument.DeadLetters.class);
  }

  /** The dead letters, exactly as the application sends them. */
  String deadJson(String query) {
    return application.read(ENDPOINT + "/dead" + query, "heddleevents");
  }

  /** Replays or discards dead letters; how many. */
  int change(String action, Map<String, Object> which) {
    String answer = application.write(ENDPOINT + "/" + action, JSON.writeValueAsString(which));
    return read(answer, EventsDocument.Changed.class).deadLetters();
  }

  private <T> T read(String json, Class<T> type) {
    try {
      @Nullable T read = JSON.readValue(json, type);
      if (read != null) return read;
    } catch (JacksonException strange) {
      // The failure below says so.
    }
    throw CommandFailure.failed(url + " answered with something that is not about events");
  }

  @Override
  public void close() {
    application.close();
  }
}
