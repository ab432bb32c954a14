package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a shopper sees, whichever way its components call each other. */
abstract class ModeTest {
  @LocalServerPort int port;

  @Test
  void sellsAsItDoesOtherwise() {
    Browser browser = new Browser(port);
    assertThat(browser.get("/").body()).contains("$24.90", "class=\"ad\"");
    assertThat(browser.get("/product/6E92ZMYYFZ").body()).contains("You may also like");
    browser.post("/setCurrency", "currency_code", "EUR");
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
    assertThat(browser.get("/cart").body()).contains("2 × €10.40", "€5.10", "€25.90");
    assertThat(browser.post("/cart/checkout", Forms.checkout()).body())
        .contains("Your order is on its way", "€25.90");
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
    assertThat(browser.get("/api/orders").body().lines()).hasSize(1);
  }

  @Test
  void refusesAsItDoesOtherwise() {
    Browser browser = new Browser(port);
    assertThat(browser.get("/product/NOPE").statusCode()).isEqualTo(404);
    assertThat(browser.post("/cart/checkout", Forms.checkout()).statusCode()).isEqualTo(409);
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
    assertThat(
            browser
                .post("/cart/checkout", Forms.checkout("credit_card_number", "378282246310005"))
                .body())
        .contains("not American Express");
    assertThat(
            browser
                .post("/cart/checkout", Forms.checkout("credit_card_expiration_year", "2020"))
                .body())
        .contains("expired at the end of 1/2020");
    assertThat(
            browser
                .post("/cart/checkout", Forms.checkout("credit_card_number", "4432801561520455"))
                .body())
        .contains("typing error");
  }
}
