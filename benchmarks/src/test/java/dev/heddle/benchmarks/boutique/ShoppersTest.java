package dev.heddle.benchmarks.boutique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShoppersTest {
  private final Set<String> cookies = ConcurrentHashMap.newKeySet();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile String icon = "<svg/>";
  private HttpServer server;
  private Shop shop;

  @BeforeEach
  void openAShop() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          String cookie = exchange.getRequestHeaders().getFirst("Cookie");
          if (cookie == null) {
            cookie = "session=" + requests.incrementAndGet();
            exchange.getResponseHeaders().add("Set-Cookie", cookie + "; Path=/");
          }
          cookies.add(cookie);
          byte[] body = icon.getBytes();
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    shop = new Shop(Deployment.local(server.getAddress().getPort()));
  }

  @AfterEach
  void closeIt() throws IOException {
    shop.close();
    server.stop(0);
  }

  @Test
  void doEverythingInItsShareAndHaveSomethingToCheckOut() {
    for (int number = 0; number < 1_000; number++) {
      List<Action> deck = Action.deck(new Random(number));
      assertThat(deck).hasSize(19);
      assertThat(Collections.frequency(deck, Action.PRODUCT)).isEqualTo(10);
      assertThat(deck.indexOf(Action.ADD_TO_CART)).isLessThan(deck.indexOf(Action.CHECKOUT));
    }
  }

  @Test
  void areEachRecognised() throws Exception {
    Shopper one = new Shopper(shop, Surface.FILE, 1);
    Shopper other = new Shopper(shop, Surface.FILE, 2);
    for (int i = 0; i < 3; i++) {
      one.act();
      other.act();
    }
    assertThat(cookies).containsExactlyInAnyOrder("session=1", "session=2");
  }

  @Test
  void noticeAWrongAnswer() {
    icon = "sorry";
    assertThatThrownBy(new Shopper(shop, Surface.FILE, 1)::act)
        .hasMessage("GET /icon.svg was answered with 200, sorry; expected was 200 with \"<svg\"");
    assertThatThrownBy(() -> saturate(new AtomicInteger())).hasMessageContaining("sorry");
  }

  @Test
  void areCountedWhileTheyAreWatched() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    Saturation.Seen seen = saturate(looks);
    assertThat(seen.requests()).isPositive();
    assertThat(seen.serverNanos()).isEqualTo(1_000);
    assertThat(seen.driverNanos()).isPositive();
    assertThat(requests).as("shoppers").hasValue(3);
  }

  @Test
  void comeAtAFixedRateHoweverSlowTheShopIs() throws Exception {
    Histogram latencies =
        new Arrivals(100).run(shop, Surface.FILE, Duration.ofMillis(100), Duration.ofMillis(300));
    assertThat(latencies.getTotalCount()).isEqualTo(30);
    assertThat(latencies.getMinValue()).isPositive();
  }

  private Saturation.Seen saturate(AtomicInteger looks) throws Exception {
    return new Saturation(3)
        .run(
            shop,
            Surface.FILE,
            Duration.ofMillis(100),
            Duration.ofMillis(300),
            () -> looks.getAndIncrement() * 1_000L);
  }
}
