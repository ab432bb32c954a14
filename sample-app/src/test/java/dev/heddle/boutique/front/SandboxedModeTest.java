package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The shop with every component compiled to WebAssembly and run in the sandbox. */
@ShopTest
@TestPropertySource(
    properties = {
      "heddle.placement=sandboxed",
      "heddle.sandbox.cache-directory=${user.dir}/target/wasm-cache"
    })
final class SandboxedModeTest extends ModeTest {
  private static final List<String> MOVED = List.of("Cart", "CartCache", "Catalog", "Currency");

  @Autowired private HeddleRuntime runtime;

  @AfterEach
  void moveBack() {
    MOVED.forEach(runtime::placeAsConfigured);
  }

  @Test
  void everyComponentIsInTheSandbox() {
    assertThat(runtime.status().components())
        .hasSize(10)
        .extracting(Status.Component::placement)
        .containsOnly("sandboxed");
  }

  @Test
  void noRequestFailsWhileComponentsMoveInAndOut() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> shoppers = new ArrayList<>();
      for (int i = 0; i < 4; i++) shoppers.add(threads.submit(() -> shop(enough)));
      for (int move = 0; move < 20; move++) {
        Placement placement = move % 2 == 0 ? Placement.LOCAL : Placement.SANDBOXED;
        for (String component : MOVED) runtime.place(component, placement, "move " + move);
      }
      enough.set(true);
      for (Future<Integer> shopper : shoppers) assertThat(shopper.get()).isPositive();
    }
  }

  private int shop(AtomicBoolean enough) {
    Browser browser = new Browser(port);
    int rounds = 0;
    do {
      assertThat(browser.get("/").body()).contains("$24.90");
      assertThat(browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "1").statusCode())
          .isLessThan(400);
      assertThat(browser.get("/cart").body()).contains("$");
      assertThat(browser.post("/cart/empty").statusCode()).isLessThan(400);
      rounds++;
    } while (!enough.get());
    return rounds;
  }
}
