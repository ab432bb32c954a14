package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.heddle.core.EdgeCalls;
import dev.heddle.core.HeddleRuntime;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Which components a page calls. */
@ShopTest
@TestPropertySource(properties = "heddle.trail.enabled=true")
final class CallsTest {
  @LocalServerPort private int port;
  @Autowired private HeddleRuntime runtime;

  @Test
  void theHomePageConvertsThePricesOneByOne() {
    HttpResponse<String> home = new Browser(port).get("/");
    assertThat(calls(home))
        .containsOnlyKeys(
            "Currency.supported",
            "Cart.get",
            "CartCache.get",
            "Catalog.list",
            "Currency.convert",
            "Ad.fitting")
        .containsEntry("Currency.convert", 9L);
  }

  @Test
  void anOrderCallsEveryComponentThatItNeeds() throws InterruptedException {
    Browser browser = new Browser(port);
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
    HttpResponse<String> order = browser.post("/cart/checkout", Forms.checkout());
    assertThat(calls(order))
        .containsEntry("Checkout.placeOrder", 1L)
        .containsEntry("Payment.charge", 1L)
        .containsEntry("Shipping.ship", 1L)
        .containsEntry("Cart.empty", 1L);
    assertThat(runtime.events().orElseThrow().awaitDelivered(Duration.ofSeconds(60))).isTrue();
    assertThat(runtime.edges())
        .filteredOn(edge -> edge.callee().equals("Email"))
        .extracting(EdgeCalls::caller, EdgeCalls::method, EdgeCalls::calls)
        .containsExactly(tuple("events", "confirm", 1L));
  }

  @Test
  void theCallGraphCountsTheOrdersOfAStream() {
    Browser browser = new Browser(port);
    for (String key : List.of("k1", "k2", "k3")) {
      browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "1");
      browser.post("/cart/checkout", Forms.checkout("idempotency_key", key));
    }
    assertThat(calls(browser.get("/api/orders"))).containsOnlyKeys("Checkout.orders");
    assertThat(runtime.edges())
        .filteredOn(edge -> edge.method().equals("orders"))
        .extracting(EdgeCalls::caller, EdgeCalls::calls, EdgeCalls::elements)
        .containsExactly(tuple("Front", 1L, 3L));
  }

  private static java.util.Map<String, Long> calls(HttpResponse<String> response) {
    List<String> trail = response.headers().allValues("X-Heddle-Trail");
    return trail.stream()
        .flatMap(header -> Stream.of(header.split(",\\s*")))
        .map(call -> call.substring(0, call.indexOf('@')))
        .collect(Collectors.groupingBy(call -> call, Collectors.counting()));
  }
}
