package dev.heddle.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Asks a running application, or its scheduler where there is one, to move components. */
final class PlacementClient implements AutoCloseable {
  private final ApplicationClient application;
  private final String url;
  private final Optional<SchedulerLink> scheduler;

  PlacementClient(String url, Optional<SchedulerLink> scheduler) {
    this.application = new ApplicationClient(url);
    this.url = url;
    this.scheduler = scheduler;
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
    if (scheduler.isPresent()) return place(component, placement, scheduler.get());
    return application.write(
        "/actuator/heddle/" + URLEncoder.encode(component, StandardCharsets.UTF_8),
        ApplicationClient.JSON.writeValueAsString(Map.of("placement", placement)));
  }

  private static String place(String component, String placement, SchedulerLink scheduler) {
    try (ApplicationClient client = new ApplicationClient(scheduler.url())) {
      return client.ask(
          "/api/place",
          ApplicationClient.JSON.writeValueAsString(
              Map.of("component", component, "placement", placement)),
          scheduler.token());
    }
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
