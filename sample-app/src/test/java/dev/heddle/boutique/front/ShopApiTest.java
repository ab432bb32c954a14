package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
final class ShopApiTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @Test
  void listsAndFindsProducts() {
    String all = browser.get("/api").body();
    assertThat(JsonPath.<List<?>>read(all, "$.products")).hasSize(9);
    assertThat(JsonPath.<Integer>read(all, "$.products[0].price.units")).isEqualTo(24);
    assertThat(JsonPath.<List<String>>read(browser.get("/api?q=mug").body(), "$.products[*].id"))
        .containsExactly("6E92ZMYYFZ");
    String mug = browser.get("/api/product/6E92ZMYYFZ").body();
    assertThat(JsonPath.<String>read(mug, "$.product.picture")).isEqualTo("/images/6E92ZMYYFZ.svg");
    assertThat(JsonPath.<List<?>>read(mug, "$.recommended")).hasSize(4);
  }

  @Test
  void fillsOrdersAndEmptiesACart() {
    String cart =
        browser.postJson("/api/cart", "{\"product_id\":\"6E92ZMYYFZ\",\"quantity\":2}").body();
    assertThat(JsonPath.<Integer>read(cart, "$.lines[0].quantity")).isEqualTo(2);
    assertThat(JsonPath.<Integer>read(cart, "$.total.units")).isEqualTo(27);
    assertThat(cart).doesNotContain("exceeds_zero");
    HttpResponse<String> order =
        browser.postJson("/api/cart/checkout", Forms.json(Forms.checkout("idempotency_key", "k")));
    assertThat(order.statusCode()).isEqualTo(201);
    assertThat(JsonPath.<String>read(order.body(), "$.order_id")).hasSize(36);
    HttpResponse<String> again =
        browser.postJson("/api/cart/checkout", Forms.json(Forms.checkout("idempotency_key", "k")));
    assertThat(again.body()).isEqualTo(order.body());
    assertThat(JsonPath.<List<?>>read(browser.get("/api/cart").body(), "$.lines")).isEmpty();
    assertThat(browser.postJson("/api/cart/empty", "").statusCode()).isEqualTo(204);
  }

  @Test
  void exportsAShoppersOwnOrdersALineEach() {
    assertThat(browser.get("/api/orders").body()).isEmpty();
    for (String key : List.of("k1", "k2")) {
      browser.postJson("/api/cart", "{\"product_id\":\"6E92ZMYYFZ\",\"quantity\":1}");
      browser.postJson("/api/cart/checkout", Forms.json(Forms.checkout("idempotency_key", key)));
    }
    HttpResponse<String> orders = browser.get("/api/orders");
    assertThat(orders.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(orders.body().lines())
        .hasSize(2)
        .allMatch(line -> JsonPath.<Integer>read(line, "$.lines[0].quantity") == 1);
    assertThat(new Browser(port).get("/api/orders").body()).isEmpty();
  }

  @Test
  void remembersACurrencyAndForgetsAShopper() {
    assertThat(browser.get("/api/currencies").body()).contains("\"EUR\"", "\"TRY\"");
    assertThat(browser.postJson("/api/setCurrency", "{\"currency_code\":\"EUR\"}").statusCode())
        .isEqualTo(204);
    assertThat(JsonPath.<String>read(browser.get("/api").body(), "$.currency_code"))
        .isEqualTo("EUR");
    assertThat(browser.get("/api/logout").statusCode()).isEqualTo(204);
    assertThat(JsonPath.<String>read(browser.get("/api").body(), "$.currency_code"))
        .isEqualTo("USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/cart | {\"product_id\":\"NOPE\",\"quantity\":1} | 404",
        "/api/cart | {\"product_id\":\"6E92ZMYYFZ\",\"quantity\":0} | 422",
        "/api/cart | {\"product_id\":\"6E92ZMYYFZ\",\"quantity\":11} | 422",
        "/api/cart | {\"product_id\":\"6E92ZMYYFZ\",\"quantity\":1.5} | 422",
        "/api/cart | {\"product_id\":\"6E92ZMYYFZ\",\"quantity\":[1]} | 422",
        "/api/cart | {\"product_id\":null} | 422",
        "/api/cart | {} | 422",
        "/api/cart | [] | 400",
        "/api/cart | null | 400",
        "/api/cart | {\"product_id\": | 400",
        "/api/setCurrency | {\"currency_code\":\"XXX\"} | 422",
        "/api/setCurrency | {} | 422",
        "/api/cart/checkout | {} | 422",
        "/api/nowhere | {} | 404",
        "/api/currencies | {} | 405",
      })
  void describesProblems(String path, String body, int status) {
    HttpResponse<String> problem = browser.postJson(path, body);
    assertThat(problem.statusCode()).isEqualTo(status);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(JsonPath.<Integer>read(problem.body(), "$.status")).isEqualTo(status);
    assertThat(JsonPath.<String>read(problem.body(), "$.detail")).isNotBlank();
    assertThat(problem.body()).doesNotContain("Exception", "trace");
  }

  @Test
  void namesEveryFieldThatBreaksARule() {
    browser.postJson("/api/cart", "{\"product_id\":\"6E92ZMYYFZ\",\"quantity\":2}");
    String problem =
        browser
            .postJson(
                "/api/cart/checkout",
                Forms.json(Forms.checkout("email", "x", "city", "", "credit_card_cvv", "1")))
            .body();
    assertThat(JsonPath.<List<String>>read(problem, "$.errors[*].field"))
        .containsExactly("email", "city", "credit_card_cvv");
    String expired =
        browser
            .postJson(
                "/api/cart/checkout",
                Forms.json(Forms.checkout("credit_card_expiration_year", "2020")))
            .body();
    assertThat(JsonPath.<List<String>>read(expired, "$.errors[*].field"))
        .containsExactly("credit_card_expiration_month");
  }

  @Test
  void refusesToOrderNothing() {
    assertThat(browser.postJson("/api/cart/checkout", Forms.json(Forms.checkout())).statusCode())
        .isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded"})
  void takesJsonOnly(String type) {
    HttpResponse<String> problem =
        browser.send(
            browser
                .request("/api/cart")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("product_id=6E92ZMYYFZ&quantity=1")));
    assertThat(problem.statusCode()).isEqualTo(415);
  }

  @Test
  void refusesALargeBody() {
    HttpResponse<String> problem =
        browser.postJson("/api/cart", "{\"product_id\":\"" + "x".repeat(20_000) + "\"}");
    assertThat(problem.statusCode()).isEqualTo(413);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }
}
