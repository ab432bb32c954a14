package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ShopTest
final class FaultsTest {
  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /, 405",
    "DELETE, /cart, 405",
    "GET, /cart/empty, 405",
    "GET, /cart/checkout, 405",
    "GET, /setCurrency, 405",
    "POST, /logout, 405",
    "POST, /product/6E92ZMYYFZ, 405",
    "GET, /nowhere, 404",
    "GET, /product/, 404",
    "GET, /images/none.svg, 404",
    "GET, /templates/home.html, 404",
    "GET, /application.yaml, 404",
  })
  void answersAWrongAddressOrMethodWithAPage(String method, String path, int status) {
    HttpResponse<String> page =
        browser.send(browser.request(path).method(method, BodyPublishers.noBody()));
    assertThat(page.statusCode()).isEqualTo(status);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.body()).contains("Back to the shop").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/shop.css", "/api", "/api/nowhere", "/actuator/health"})
  void sendsTheSecurityHeadersWithEverything(String path) {
    HttpResponse<String> response = browser.get(path);
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(response.headers().firstValue("X-Heddle-Revision")).isPresent();
  }

  @Test
  void needsNoInlineScriptOrStyle() {
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
    for (String path : new String[] {"/", "/product/6E92ZMYYFZ", "/cart", "/nowhere"})
      assertThat(browser.get(path).body()).doesNotContain("<script", "style=", "onclick");
  }

  @Test
  void refusesALargeForm() {
    HttpResponse<String> page = browser.post("/cart", "product_id", "x".repeat(20_000));
    assertThat(page.statusCode()).isEqualTo(413);
    assertThat(page.body()).contains("That was too much");
  }

  @Test
  void refusesALargeFormThatComesInChunks() {
    HttpResponse<String> page =
        browser.send(
            browser
                .request("/cart")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.fromPublisher(
                        BodyPublishers.ofString("product_id=" + "x".repeat(20_000)))));
    assertThat(page.statusCode()).isEqualTo(413);
  }

  @Test
  void refusesJsonOfUnknownLength() {
    HttpResponse<String> problem =
        browser.send(
            browser
                .request("/api/cart")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("{}"))));
    assertThat(problem.statusCode()).isEqualTo(411);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void refusesMoreFieldsThanAnyFormHas() {
    String[] fields = new String[200];
    for (int i = 0; i < 200; i++) fields[i] = "f" + i;
    HttpResponse<String> page = browser.post("/cart/checkout", fields);
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("We could not read that");
  }

  @Test
  void refusesAFormThatStandsOnAnotherSite() {
    HttpResponse<String> page =
        browser.send(
            browser
                .form("/cart", "product_id", "6E92ZMYYFZ", "quantity", "1")
                .header("Sec-Fetch-Site", "cross-site"));
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
  }

  @Test
  void refusesABrokenEscapeWithoutATrace() throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      OutputStream out = socket.getOutputStream();
      String body = "product_id=%zz&quantity=1";
      String request =
          "POST /cart HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Exception");
    }
  }
}
