package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
final class CheckoutPagesTest {
  private static final Pattern ORDER = Pattern.compile("id=\"order-id\">([0-9a-f-]{36})<");
  private static final Pattern KEY =
      Pattern.compile("name=\"idempotency_key\" value=\"([0-9a-f-]{36})\"");

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void fillACart() {
    browser = new Browser(port);
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
  }

  @Test
  void placesAnOrderAsTheLoadGeneratorDoes() {
    HttpResponse<String> page = browser.post("/cart/checkout", Forms.checkout());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Your order is on its way", "ann.weaver@example.com", "1600 Loom &amp; Lane")
        .contains("2 × $11.20", "$27.89")
        .doesNotContain("4432801561520454", ">672<");
    assertThat(order(page)).isNotEmpty();
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
  }

  @Test
  void showsTheSameOrderWhenTheFormIsSentTwice() {
    String[] form = Forms.checkout("idempotency_key", find(KEY, browser.get("/cart").body()));
    String first = order(browser.post("/cart/checkout", form));
    assertThat(order(browser.post("/cart/checkout", form))).isEqualTo(first);
  }

  @Test
  void placesTwoOrdersForTwoFormsWithoutAKey() {
    String first = order(browser.post("/cart/checkout", Forms.checkout()));
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
    assertThat(order(browser.post("/cart/checkout", Forms.checkout()))).isNotEqualTo(first);
  }

  @Test
  void refusesToOrderNothing() {
    browser.post("/cart/empty");
    for (String email : new String[] {"ann@example.com", "no address"}) {
      HttpResponse<String> page = browser.post("/cart/checkout", Forms.checkout("email", email));
      assertThat(page.statusCode()).isEqualTo(409);
      assertThat(page.body()).contains("Your cart is empty");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "email, '', Enter an email address",
    "email, nobody, Enter an email address",
    "email, a@b, Enter an email address",
    "street_address, '', Enter a street",
    "zip_code, 12345678901234567, at most 16 characters",
    "city, '', Enter a city",
    "country, '', Enter a country",
    "credit_card_number, '', Enter a card number",
    "credit_card_number, 4432801561520455, typing error",
    "credit_card_number, 378282246310005, 'We take VISA and MasterCard, not American Express'",
    "credit_card_number, hello, 12 to 19 digits",
    "credit_card_expiration_month, 13, a month from 1 to 12",
    "credit_card_expiration_month, '', a month from 1 to 12",
    "credit_card_expiration_year, 97, a year of four digits",
    "credit_card_cvv, 12, 3 digits",
    "idempotency_key, a key, reload the cart",
  })
  void showsTheFormAgainWithTheProblem(String field, String value, String message) {
    HttpResponse<String> page = browser.post("/cart/checkout", Forms.checkout(field, value));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("href=\"#" + field + "\"", message, "value=\"CA\"", "Place order")
        .doesNotContain("4432801561520454", "\"672\"");
    if (!field.equals("credit_card_expiration_year"))
      assertThat(page.body()).contains("<option value=\"2097\" selected=\"selected\">");
    assertThat(browser.get("/cart").body()).as("the cart is kept").contains("2 × $11.20");
  }

  @Test
  void saysWhenACardExpired() {
    HttpResponse<String> page =
        browser.post("/cart/checkout", Forms.checkout("credit_card_expiration_year", "2020"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("This card expired at the end of 1/2020", "value=\"CA\"")
        .contains("<option value=\"2020\" selected=\"selected\">");
  }

  @Test
  void listsAllProblemsAtOnceAndEscapesWhatWasEntered() {
    HttpResponse<String> page =
        browser.post(
            "/cart/checkout",
            Forms.checkout(
                "email",
                "<script>",
                "city",
                "c".repeat(101),
                "credit_card_expiration_month",
                "0",
                "street_address",
                "a\u0007b"));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body())
        .contains("Enter an email address", "a city of at most 100", "a month from 1")
        .contains("without control characters", "&lt;script&gt;")
        .doesNotContain("<script");
  }

  @Test
  void keepsTheKeyOfAFormThatIsShownAgain() {
    String key = find(KEY, browser.get("/cart").body());
    HttpResponse<String> again =
        browser.post("/cart/checkout", Forms.checkout("idempotency_key", key, "city", ""));
    assertThat(find(KEY, again.body())).isEqualTo(key);
    String expired =
        browser
            .post(
                "/cart/checkout",
                Forms.checkout("idempotency_key", key, "credit_card_expiration_year", "2020"))
            .body();
    assertThat(find(KEY, expired)).isEqualTo(key);
    assertThat(order(browser.post("/cart/checkout", Forms.checkout("idempotency_key", key))))
        .isNotEmpty();
  }

  private static String order(HttpResponse<String> page) {
    assertThat(page.statusCode()).isEqualTo(200);
    return find(ORDER, page.body());
  }

  private static String find(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    assertThat(found.find()).as("%s in %s", pattern, page).isTrue();
    return found.group(1);
  }
}
