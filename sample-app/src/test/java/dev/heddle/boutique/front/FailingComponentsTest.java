package dev.heddle.boutique.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.ad.Advertisement;
import dev.heddle.boutique.email.Email;
import dev.heddle.core.spring.RuntimeCustomizer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The shop when a component that it can do without is slow or down. */
@ShopTest
// Long enough for a call on a busy machine that is meant to come in time.
@TestPropertySource(properties = "heddle.components.Ad.deadline=1s")
@Import(FailingComponentsTest.Fakes.class)
final class FailingComponentsTest {
  private static final List<Advertisement> SHOWN =
      List.of(new Advertisement("6E92ZMYYFZ", "Shown by a fake."));

  private static volatile Ad ad = categories -> SHOWN;
  private static volatile Email email = placed -> {};

  @LocalServerPort private int port;
  private Browser browser;
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);

  @TestConfiguration(proxyBeanMethods = false)
  static class Fakes {
    @Bean
    RuntimeCustomizer fakes() {
      return builder ->
          builder
              .implementation(Ad.class, () -> categories -> ad.fitting(categories))
              .implementation(Email.class, () -> placed -> email.confirm(placed));
    }
  }

  @BeforeEach
  void openBrowser() {
    browser = new Browser(port);
  }

  @AfterEach
  void endSlowCalls() {
    end.countDown();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/product/6E92ZMYYFZ"})
  void showsTheAdvertisementThatComesInTime(String path) {
    ad = categories -> SHOWN;
    assertThat(page(path)).contains("Shown by a fake.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/product/6E92ZMYYFZ"})
  void doesNotWaitForASlowAdvertisement(String path) {
    ad =
        categories -> {
          called.countDown();
          awaitEndEvenWhenInterrupted();
          return SHOWN;
        };
    assertThat(page(path)).doesNotContain("Shown by a fake.", "class=\"ad\"");
    assertThat(called.getCount()).as("the slow one was asked").isZero();
    assertThat(end.getCount()).as("the slow one still runs").isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/product/6E92ZMYYFZ"})
  void showsNoAdvertisementWhenThatFails(String path) {
    ad =
        categories -> {
          called.countDown();
          throw new IllegalStateException("no advertisements today");
        };
    assertThat(page(path)).doesNotContain("class=\"ad\"", "no advertisements today");
    assertThat(called.getCount()).as("the failing one was asked").isZero();
  }

  @Test
  void placesAnOrderWhoseConfirmationCannotBeSent() throws InterruptedException {
    ad = categories -> SHOWN;
    email =
        placed -> {
          if (!placed.email().equals("failing@example.com")) return;
          called.countDown();
          throw new IllegalStateException("no mail today");
        };
    assertThat(orderedPage("failing@example.com")).doesNotContain("no mail today");
  }

  @Test
  void doesNotWaitForASlowConfirmation() throws InterruptedException {
    ad = categories -> SHOWN;
    email =
        placed -> {
          if (!placed.email().equals("slow@example.com")) return;
          called.countDown();
          awaitEndEvenWhenInterrupted();
        };
    orderedPage("slow@example.com");
    assertThat(end.getCount()).as("the slow one still runs").isOne();
  }

  /** The page after an order; its confirmation is tried beside it. */
  private String orderedPage(String address) throws InterruptedException {
    browser.post("/cart", "product_id", "6E92ZMYYFZ", "quantity", "2");
    HttpResponse<String> order = browser.post("/cart/checkout", Forms.checkout("email", address));
    assertThat(order.statusCode()).isEqualTo(200);
    assertThat(order.body()).contains("Your order is on its way");
    assertThat(browser.get("/cart").body()).contains("There is nothing in it yet");
    assertThat(called.await(60, TimeUnit.SECONDS)).as("the mail was tried").isTrue();
    return order.body();
  }

  /** The body of a whole page, which must come while the slow call still runs. */
  private String page(String path) {
    HttpResponse<String> page = browser.send(browser.request(path).timeout(Duration.ofSeconds(20)));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("Mug", "$11.20", "</html>");
    return page.body();
  }

  private void awaitEndEvenWhenInterrupted() {
    boolean ended = false;
    while (!ended) {
      try {
        end.await();
        ended = true;
      } catch (InterruptedException ignored) {
        // A component that does not heed interrupts is the worst case.
      }
    }
  }
}
