package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.cli.Heddle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The events of the running boutique, as the command line shows and mends them. */
@Timeout(600)
final class EventsIT {
  private static final String SESSION = "shop_session-id=0f966b4c-958c-44fd-b103-2800d23b41ba";
  private static final String ORDER =
      """
      {"idempotency_key":"%s","email":"ann@example.com","street_address":"1 Loom Lane",
       "zip_code":"10115","city":"Berlin","state":"BE","country":"Germany",
       "credit_card_number":"4432801561520454","credit_card_expiration_month":"1",
       "credit_card_expiration_year":"2097","credit_card_cvv":"672"}""";

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir private Path project;

  private String url = "";

  @Test
  void whatCouldNotBeDeliveredIsListedReplayedAndDiscarded() throws Exception {
    CopiedBoutique boutique = CopiedBoutique.in(project);
    // No confirmation is sent within a nanosecond.
    try (Heddle run =
        boutique.start(
            "run",
            "--port",
            "0",
            "--",
            "--heddle.events.attempts=1",
            "--heddle.components.Email.deadline=1ns")) {
      url = CopiedBoutique.url(run);
      order("k1");
      order("k2");
      await("\"dead\":2");
      assertThat(boutique.heddle("events"))
          .containsPattern("Email\\.confirm +OrderPlaced +0 +0 +0 +0 +2");
      assertThat(boutique.heddle("events", "dead"))
          .contains("Email.confirm:1", "Email.confirm:2", "OrderPlaced", "Email.confirm: ")
          .doesNotContain("ann@example.com");
      run.signal("TERM");
      assertThat(run.exitCode()).isZero();
    }
    try (Heddle run = boutique.start("run", "--port", "0")) {
      url = CopiedBoutique.url(run);
      assertThat(boutique.heddle("events", "replay", "Email.confirm:2")).isEqualTo("replayed: 1");
      await("\"delivered\":1");
      assertThat(boutique.heddle("events", "discard", "Email.confirm:1")).isEqualTo("discarded: 1");
      assertThat(boutique.heddle("events", "dead")).isEqualTo("There are no dead letters.");
      try (Heddle gone = boutique.start("events", "replay", "Email.confirm:2")) {
        assertThat(gone.output()).contains("there is no dead letter Email.confirm:2");
        assertThat(gone.exitCode()).isEqualTo(1);
      }
    }
  }

  private void order(String key) throws Exception {
    post("/api/cart", "{\"product_id\":\"6E92ZMYYFZ\",\"quantity\":1}", 200);
    post("/api/cart/checkout", ORDER.formatted(key), 201);
  }

  private void post(String path, String json, int status) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .header("Cookie", SESSION)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
  }

  private void await(String text) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri("/actuator/heddleevents")).build();
    while (!http.send(request, BodyHandlers.ofString()).body().contains(text)) {
      Thread.onSpinWait();
    }
  }

  private URI uri(String path) {
    return URI.create(url + path);
  }
}
