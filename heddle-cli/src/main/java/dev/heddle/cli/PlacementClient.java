package dev.heddle.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks a running application to move its components. */
final class PlacementClient implements AutoCloseable {
  private final ApplicationClient application;
  private final String url;

  PlacementClient(String url) {
    this.application = new ApplicationClient(url);
    this.url = url;
  }

  /** Moves a component; the answer, exactly as the application sends it. */
  String place(String component, String placement) {
    boolean known =
        application.status().components().stream()
            .anyMatch(candidate -> candidate.name().equals(component));
    if (!known) {
      throw CommandFailure.failed(
          "the application has no component "
              + component
              + "; './heddle status' names those that it has");
    }
    return application.write(
        "/actuator/heddle/" + URLEncoder.encode(component, StandardCharsets.UTF_8),
        ApplicationClient.JSON.writeValueAsString(Map.of("placement", placement)));
  }

  PlacedDocument read(String json) {
    try {
      @Nullable PlacedDocument placed =
          ApplicationClient.JSON.readValue(json, PlacedDocument.class);
      if (placed != null) return placed;
    } catch (JacksonException strange) {
      // The failure below says so.
    }
    throw CommandFailure.failed(url + " answered with something that is not a placement");
  }

  @Override
  public void close() {
    application.close();
  }
}
