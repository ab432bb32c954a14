package dev.heddle.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running application about itself. */
final class ApplicationClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  // A component that comes into the sandbox may have to be compiled first.
  private static final Duration PATIENCE_WITH_CHANGES = Duration.ofSeconds(60);
  static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String url;

  ApplicationClient(String url) {
    this.url = url;
  }

  StatusDocument status() {
    return status(url, statusJson());
  }

  /** Reads what somebody at {@code url} has sent. */
  static StatusDocument status(String url, String json) {
    try {
      @Nullable StatusDocument status = JSON.readValue(json, StatusDocument.class);
      if (status != null) return status;
    } catch (JacksonException strange) {
      // The failure below says so.
    }
    throw CommandFailure.failed(url + " answered with something that is not a status");
  }

  /** The document, exactly as the application sends it. */
  String statusJson() {
    return read("/actuator/heddle", "heddle");
  }

  /** What an actuator endpoint sends. */
  String read(String path, String endpoint) {
    HttpResponse<String> response = send(request(path));
    if (response.statusCode() == 200) return response.body();
    throw CommandFailure.failed(
        url
            + path
            + " answered "
            + response.statusCode()
            + ". Expose the endpoint: management.endpoints.web.exposure.include=health,"
            + endpoint);
  }

  /** What an actuator endpoint sends when it is asked to change something. */
  String write(String path, String json) {
    HttpResponse<String> response =
        send(
            request(path)
                .timeout(PATIENCE_WITH_CHANGES)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    if (response.statusCode() == 200) return response.body();
    String endpoint = path.split("/")[2];
    throw CommandFailure.failed(
        url
            + path
            + " answered "
            + response.statusCode()
            + ". The application changes something only when it is asked from its own machine,"
            + " and when management.endpoint."
            + endpoint
            + ".access=unrestricted and management.endpoints.web.exposure.include names "
            + endpoint);
  }

  /** What a scheduler says. */
  String get(String path) {
    HttpResponse<String> response = send(request(path));
    if (response.statusCode() == 200) return response.body();
    throw CommandFailure.failed(url + path + " answered " + response.statusCode());
  }

  /** What a scheduler says when it is asked to change something. */
  String ask(String path, String json, String token) {
    HttpResponse<String> response =
        send(
            request(path)
                .timeout(PATIENCE_WITH_CHANGES)
                .header("Content-Type", "application/json")
                .header("X-Heddle-Token", token)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    if (response.statusCode() == 200) return response.body();
    throw CommandFailure.failed(
        url + path + " answered " + response.statusCode() + ": " + response.body());
  }

  /**
   * Whether the application says that it is ready for requests, or answers them without saying so:
   * its health may be hidden.
   */
  boolean ready() {
    try {
      return send(request("/actuator/health")).statusCode() < 500;
    } catch (CommandFailure notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    } catch (IllegalArgumentException badUrl) {
      throw CommandFailure.usage("--url wants something like http://localhost:8080, not " + url);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException unreachable) {
      throw CommandFailure.failed(
          "nothing answers at " + url + ". Is the application running there?");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted while waiting for " + url);
    }
  }
}
