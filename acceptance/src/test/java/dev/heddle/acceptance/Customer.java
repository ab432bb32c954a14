package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who buys mugs, at the address of a running boutique. */
record Customer(String url) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String SESSION = "shop_session-id=0f966b4c-958c-44fd-b103-2800d23b41ba";
  private static final String ORDER =
      """
      {"idempotency_key":"%s","email":"ann@example.com","street_address":"1 Loom Lane",
       "zip_code":"10115","city":"Berlin","state":"BE","country":"Germany",
       "credit_card_number":"4432801561520454","credit_card_expiration_month":"1",
       "credit_card_expiration_year":"2097","credit_card_cvv":"672"}""";

  /** Orders a mug, and gives what the boutique answers. */
  String order(String key) throws IOException, InterruptedException {
    post("/api/cart", "{\"product_id\":\"6E92ZMYYFZ\",\"quantity\":1}", 200);
    return post("/api/cart/checkout", ORDER.formatted(key), 201);
  }

  /** What is at a path. */
  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  private String post(String path, String json, int status)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Cookie", SESSION)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    var response = HTTP.send(request, BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return response.body();
  }
}
