package dev.heddle.microservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.BoutiqueApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

final class SamePagesTest {
  private static final String MUG = "6E92ZMYYFZ";

  private static ConfigurableApplicationContext boutique;
  private static Microservices microservices;

  private Visitor here;
  private Visitor there;

  @BeforeAll
  static void openBothShops(@TempDir Path data) {
    microservices = new Microservices(data.resolve("microservices"));
    boutique =
        SpringApplication.run(
            BoutiqueApplication.class,
            "--server.port=0",
            "--logging.level.root=warn",
            "--heddle.data-directory=" + data.resolve("boutique"));
  }

  @AfterAll
  static void closeThem() {
    boutique.close();
    microservices.close();
  }

  @BeforeEach
  void enterThem() {
    here = new Visitor(Microservices.port(boutique));
    there = new Visitor(microservices.port());
  }

  @AfterEach
  void leaveThem() {
    here.close();
    there.close();
  }

  @Test
  void showTheSameProducts() throws Exception {
    same("GET", "/", "").contains("$24.90", "class=\"ad\"");
    same("GET", "/product/" + MUG, "").startsWith("200").contains("Mug", "product\n");
    same("GET", "/api/product/" + MUG, "").contains("\"recommended\":chance", "\"ad\":chance");
    same("GET", "/api?q=bamboo", "").contains("Bamboo Glass Jar").doesNotContain("Watch");
    same("GET", "/product/NOPE", "").startsWith("404").contains("We do not have that");
    same("GET", "/api/product/NOPE", "").startsWith("404").contains("application/problem+json");
  }

  @Test
  void takeTheSameCurrencies() throws Exception {
    same("POST", "/setCurrency", "currency_code=JPY").startsWith("303");
    same("GET", "/", "").contains("¥3,917");
    same("POST", "/setCurrency", "currency_code=XXX").startsWith("422");
    same("GET", "/api/currencies", "").contains("\"EUR\"");
  }

  @Test
  void keepTheSameCarts() throws Exception {
    same("GET", "/cart", "").contains("There is nothing in it yet");
    same("POST", "/cart", "product_id=" + MUG + "&quantity=3").startsWith("303");
    same("POST", "/cart", "product_id=" + MUG + "&quantity=11").startsWith("422");
    same("POST", "/cart", "product_id=NOPE&quantity=1").startsWith("404");
    same("POST", "/api/cart", "{\"product_id\":\"9SIQT8TOJO\",\"quantity\":1}").contains("9SIQT");
    same("GET", "/cart", "").contains("3 × $11.20", "$48.04");
    for (int i = 0; i < 99; i++) add(MUG, 10);
    same("POST", "/cart", "product_id=" + MUG + "&quantity=10").startsWith("409");
    same("POST", "/cart/empty", "").startsWith("303");
    same("GET", "/api/cart", "").contains("\"lines\":[]");
  }

  @Test
  void placeTheSameOrders() throws Exception {
    same("POST", "/cart/checkout", form("")).startsWith("409").contains("Your cart is empty");
    add(MUG, 2);
    same("POST", "/cart/checkout", form("&email=nobody")).startsWith("422");
    same("POST", "/cart/checkout", form("&credit_card_number=4432801561520455"))
        .startsWith("422")
        .contains("typing error");
    same("POST", "/cart/checkout", form("&credit_card_number=378282246310005"))
        .contains("not American Express");
    same("POST", "/cart/checkout", form("&credit_card_expiration_year=2020"))
        .contains("This card expired at the end of 1/2020");
    same("POST", "/cart/checkout", form("")).startsWith("200").contains("2 × $11.20", "$27.89");
    same("GET", "/api/orders", "").contains("\"total\"", "application/x-ndjson");
    same("GET", "/cart", "").contains("There is nothing in it yet");
  }

  private void add(String product, int quantity) throws IOException, InterruptedException {
    String body = "product_id=" + product + "&quantity=" + quantity;
    for (Visitor each : new Visitor[] {here, there}) {
      assertThat(each.see("POST", "/cart", body)).startsWith("303");
    }
  }

  private AbstractStringAssert<?> same(String method, String path, String body)
      throws IOException, InterruptedException {
    String answer = there.see(method, path, body);
    assertThat(answer).as(method + " " + path).isEqualTo(here.see(method, path, body));
    return assertThat(answer);
  }

  /** A good form, but for the fields that come after it. */
  private static String form(String changes) {
    return Stream.of(
            ("email=ann@example.com&street_address=1600 Loom Lane&zip_code=94043&state=CA"
                    + "&city=Mountain View&country=United States"
                    + "&credit_card_number=4432801561520454&credit_card_cvv=672"
                    + "&credit_card_expiration_month=1&credit_card_expiration_year=2097"
                    + changes)
                .split("&"))
        .map(field -> field.split("="))
        .collect(Collectors.toMap(it -> it[0], it -> it[1], (one, later) -> later))
        .entrySet()
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining("&"))
        .replace(' ', '+');
  }
}
