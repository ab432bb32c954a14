package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was put into a cart is there after the process was killed. */
final class KillIT {
  private static final String COOKIE = "shop_session-id=0f966b4c-958c-44fd-b103-2800d23b41ba";

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void keepsCartsWhenTheProcessIsKilled(@TempDir Path data) throws Exception {
    try (ShopProcess shop = ShopProcess.start(data)) {
      for (int i = 0; i < 3; i++) assertThat(add(shop)).isEqualTo(303);
      shop.kill();
    }
    try (ShopProcess shop = ShopProcess.start(data)) {
      assertThat(cart(shop)).contains("\"product_id\":\"6E92ZMYYFZ\",\"quantity\":12");
      assertThat(add(shop)).isEqualTo(303);
      shop.kill();
    }
    try (ShopProcess shop = ShopProcess.start(data)) {
      assertThat(cart(shop)).contains("\"quantity\":16");
    }
  }

  private int add(ShopProcess shop) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(shop, "/cart"))
            .header("Cookie", COOKIE)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("product_id=6E92ZMYYFZ&quantity=4"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private String cart(ShopProcess shop) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(shop, "/api/cart")).header("Cookie", COOKIE).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static URI uri(ShopProcess shop, String path) {
    return URI.create("http://localhost:" + shop.port() + path);
  }
}
