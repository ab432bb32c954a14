package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
final class PagesTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @Test
  void theHomePageShowsNinePricesInTheShoppersCurrency() {
    assertThat(browser.get("/").body()).contains("$24.90", "$109.99");
    assertThat(browser.post("/setCurrency", "currency_code", "JPY").statusCode()).isEqualTo(303);
    String page = browser.get("/").body();
    assertThat(page).contains("¥3,917").doesNotContain("$24.90");
    assertThat(page.split("class=\"price\"", -1)).hasSize(10);
  }

  @Test
  void givesANewShopperARandomSessionThatScriptsCannotRead() {
    String cookie = browser.get("/").headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .matches("shop_session-id=[0-9a-f-]{36};.*")
        .contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(browser.get("/").headers().allValues("Set-Cookie")).isEmpty();
  }

  @Test
  void doesNotTakeASessionThatItDidNotGive() {
    HttpResponse<String> response =
        browser.send(browser.request("/").header("Cookie", "shop_session-id=admin"));
    assertThat(response.headers().firstValue("Set-Cookie")).isPresent();
  }

  @Test
  void showsEachProductWithItsDrawing() {
    for (String id :
        new String[] {
          "OLJCESPC7Z",
          "66VCHSJNUP",
          "1YMWWN1N4O",
          "L9ECAV7KIM",
          "2ZYFJ3GM2N",
          "0PUK6V6EV0",
          "LS4PSXUNUM",
          "9SIQT8TOJO",
          "6E92ZMYYFZ"
        }) {
      HttpResponse<String> page = browser.get("/product/" + id);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("/images/" + id + ".svg", "You may also like");
      HttpResponse<String> drawing = browser.get("/images/" + id + ".svg");
      assertThat(drawing.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
      assertThat(drawing.headers().firstValue("Cache-Control")).hasValue("max-age=3600");
    }
  }

  @Test
  void fillsAndEmptiesTheCart() {
    HttpResponse<String> added = browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "3");
    assertThat(added.statusCode()).isEqualTo(303);
    assertThat(added.headers().firstValue("Location")).hasValue("/cart");
    browser.post("/cart", "product_id", "9SIQT8TOJO", "quantity", "1");
    assertThat(browser.get("/cart").body())
        .contains("3 × $11.20", "$33.60", "$7.95", "$6.49", "$48.04")
        .contains("idempotency_key");
    HttpResponse<String> emptied = browser.post("/cart/empty");
    assertThat(emptied.statusCode()).isEqualTo(303);
    assertThat(emptied.headers().firstValue("Location")).hasValue("/");
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "-1", "1.5", "a", "", "99999999999", "<b>"})
  void showsTheProductAgainForABadQuantity(String quantity) {
    HttpResponse<String> page =
        browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", quantity);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Choose a quantity from 1 to 10", "Add to cart")
        .doesNotContain("<b>");
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
  }

  @Test
  void saysThatAProductIsMissingOrUnknown() {
    assertThat(browser.post("/cart", "quantity", "1").statusCode()).isEqualTo(422);
    HttpResponse<String> unknown =
        browser.post("/cart", "product_id", "<script>alert(1)</script>", "quantity", "1");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body())
        .contains("We do not have that", "&lt;script&gt;")
        .doesNotContain("<script");
    assertThat(browser.get("/product/NOPE").statusCode()).isEqualTo(404);
    assertThat(browser.get("/product/" + "x".repeat(2_000)).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"XXX", "usd", "", "<b>"})
  void refusesACurrencyThatItDoesNotTake(String code) {
    HttpResponse<String> page = browser.post("/setCurrency", "currency_code", code);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("We do not take that currency").doesNotContain("<b>");
    assertThat(browser.cookie("shop_currency")).isEmpty();
  }

  @Test
  void showsDollarsToAShopperWithABadCurrencyCookie() {
    HttpResponse<String> page =
        browser.send(browser.request("/").header("Cookie", "shop_currency=XXX"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("$24.90");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:PORT/product/6E92ZMYYFZ, /product/6E92ZMYYFZ",
    "http://localhost:PORT/cart/checkout, /cart",
    "http://localhost:PORT/cart, /cart",
    "http://localhost:PORT//elsewhere.example/, /",
    "http://elsewhere.example/product/6E92ZMYYFZ, /",
    "not a uri, /",
  })
  void goesBackToThePageThatTheCurrencyWasChosenOn(String referer, String back) {
    HttpResponse<String> response =
        browser.send(
            browser
                .form("/setCurrency", "currency_code", "EUR")
                .header("Referer", referer.replace("PORT", Integer.toString(port))));
    assertThat(response.statusCode()).isEqualTo(303);
    assertThat(response.headers().firstValue("Location")).hasValue(back);
    assertThat(browser.cookie("shop_currency")).isEqualTo("EUR");
  }

  @Test
  void forgetsAShopperWhoLeaves() {
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "3");
    String session = browser.cookie("shop_session-id");
    HttpResponse<String> left = browser.get("/logout");
    assertThat(left.statusCode()).isEqualTo(303);
    assertThat(left.headers().firstValue("Location")).hasValue("/");
    assertThat(browser.cookie("shop_session-id")).isEmpty();
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
    assertThat(browser.cookie("shop_session-id")).isNotEmpty().isNotEqualTo(session);
  }
}
