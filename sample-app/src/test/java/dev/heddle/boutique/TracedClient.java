package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A client whose requests belong to a trace that it has begun. */
final class TracedClient {
  static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  /** The client's own span. */
  static final String SPAN = "00f067aa0ba902b7";

  private TracedClient() {}

  /** What the shop answers, with status 200. */
  static String get(ShopProcess shop, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + shop.port() + path))
            .header("traceparent", "00-" + TRACE + "-" + SPAN + "-01")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return response.body();
    }
  }
}
