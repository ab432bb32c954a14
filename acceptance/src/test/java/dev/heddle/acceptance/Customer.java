package dev.heddle.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody who buys mugs, at the address of a running boutique.
 *
 * @param session a UUID
 */
record Customer(String url, String session) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String ORDER =
      """
      {"idempotency_key":"%s","email":"ann@example.com","street_address":"1 Loom Lane",
       "zip_code":"10115","city":"Berlin","state":"BE","country":"Germany",
       "credit_card_number":"4432801561520454","credit_card_expiration_month":"1",
       "credit_card_expiration_year":"2097","credit_card_cvv":"672"}""";

  /** One whose session does not matter. */
  Customer(String url) {
    this(url, "0f966b4c-958c-44fd-b103-2800d23b41ba");
  }

  /** Orders a mug, and gives what the boutique answers. */
  String order(String key) throws IOException, InterruptedException {
    HttpResponse<String> added = addMug();
    assertThat(added.statusCode()).as(added.body()).isEqualTo(200);
    HttpResponse<String> ordered = checkout(key);
    assertThat(ordered.statusCode()).as(ordered.body()).isEqualTo(201);
    return ordered.body();
  }

  /** Puts a mug into the cart. */
  HttpResponse<String> addMug() throws IOException, InterruptedException {
    return post("/api/cart", "{\"product_id\":\"6E92ZMYYFZ\",\"quantity\":1}");
  }

  /** Orders what is in the cart. */
  HttpResponse<String> checkout(String key) throws IOException, InterruptedException {
    return post("/api/cart/checkout", ORDER.formatted(key));
  }

  /** What is at a path. */
  String get(String path) throws IOException, InterruptedException {
    return HTTP.send(request(path).build(), BodyHandlers.ofString()).body();
  }

  /** Opens a page, and gives the replicas that worked on it, from its trail; none if it failed. */
  Set<String> replicas(String path) throws IOException, InterruptedException {
    HttpResponse<String> page = HTTP.send(request(path).build(), BodyHandlers.ofString());
    if (page.statusCode() != 200) return Set.of();
    return Pattern.compile("replica-\\d+")
        .matcher(page.headers().firstValue("X-Heddle-Trail").orElse(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private HttpResponse<String> post(String path, String json)
      throws IOException, InterruptedException {
    return HTTP.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Cookie", "shop_session-id=" + session);
  }
}
