package dev.heddle.boutique;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody who keeps putting the same thing into the same cart. */
final class ShopVisitor {
  private static final String COOKIE = "shop_session-id=0f966b4c-958c-44fd-b103-2800d23b41ba";

  private final HttpClient client = HttpClient.newHttpClient();

  /** Puts four pieces into the cart; the status of the answer. */
  int add(ShopProcess shop) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(shop, "/cart"))
            .header("Cookie", COOKIE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("product_id=6E92ZMYYFZ&quantity=4"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Orders what is in the cart; the status of the answer. */
  int order(ShopProcess shop, String key) throws IOException, InterruptedException {
    String form =
        """
        {"idempotency_key":"%s","email":"ann@example.com","street_address":"1 Loom Lane",
         "zip_code":"10115","city":"Berlin","state":"BE","country":"Germany",
         "credit_card_number":"4432801561520454","credit_card_expiration_month":"1",
         "credit_card_expiration_year":"2097","credit_card_cvv":"672"}"""
            .formatted(key);
    HttpRequest request =
        HttpRequest.newBuilder(uri(shop, "/api/cart/checkout"))
            .header("Cookie", COOKIE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The orders so far, a line of JSON each. */
  String orders(ShopProcess shop) throws IOException, InterruptedException {
    return get(shop, "/api/orders");
  }

  /** What became of the events, as JSON. */
  String events(ShopProcess shop) throws IOException, InterruptedException {
    return get(shop, "/actuator/heddleevents");
  }

  /** The cart, as JSON. */
  String cart(ShopProcess shop) throws IOException, InterruptedException {
    return get(shop, "/api/cart");
  }

  /** Whether the shop is well, as JSON. */
  String health(ShopProcess shop) throws IOException, InterruptedException {
    return get(shop, "/actuator/health");
  }

  private String get(ShopProcess shop, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri(shop, path)).header("Cookie", COOKIE).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static URI uri(ShopProcess shop, String path) {
    return URI.create("http://localhost:" + shop.port() + path);
  }
}
