package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.recommendation.Recommendation;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.component.ComponentException;
import dev.heddle.component.capability.Log;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.test.Fake;
import dev.heddle.test.HeddleTest;
import dev.heddle.test.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each component answers inside the sandbox as it does on the Java virtual machine. */
@HeddleTest(modes = Mode.SANDBOXED)
final class SandboxDifferenceTest {
  private static final int CALLS = 300;

  /** Without letters that become two in lower case, which is a known difference. */
  private static final List<String> TEXTS =
      List.of("", "mug", "SUNGLASSES", "ß", "straße", "𝒳 ✓", "a\u0000b", " ", "%s\n", "日本語");

  @Fake private final Log log = new RecordedLog();

  private interface Call {
    Object make(Random random) throws Exception;
  }

  @Test
  void currency(HeddleRuntime runtime, Currency currency) {
    compare(runtime, "Currency", random -> currency.convert(money(random), code(random)));
    compare(runtime, "Currency", random -> currency.supported());
  }

  @Test
  void catalog(HeddleRuntime runtime, Catalog catalog) {
    compare(runtime, "Catalog", random -> catalog.search(text(random)));
    compare(runtime, "Catalog", random -> catalog.get(productId(random)));
    compare(runtime, "Catalog", random -> catalog.list());
  }

  @Test
  void ad(HeddleRuntime runtime, Ad ad) {
    compare(runtime, "Ad", random -> ad.fitting(texts(random)));
  }

  @Test
  void shipping(HeddleRuntime runtime, Shipping shipping) {
    compare(runtime, "Shipping", random -> shipping.quote(items(random)));
  }

  @Test
  void payment(HeddleRuntime runtime, Payment payment) {
    compare(
        runtime,
        "Payment",
        random -> payment.charge("key " + text(random), money(random), card(random)));
  }

  @Test
  void recommendation(HeddleRuntime runtime, Recommendation recommendation) {
    // Chance decides which; the same of it is drawn for each call.
    compare(
        runtime,
        "Recommendation",
        random -> {
          List<String> ids =
              IntStream.range(0, random.nextInt(20)).mapToObj(i -> productId(random)).toList();
          return recommendation.recommend(ids).size();
        });
  }

  @Test
  void cart(HeddleRuntime runtime, Cart cart) {
    compare(
        runtime,
        "Cart",
        random -> {
          String user = "user-" + random.nextInt(5);
          Object outcome = outcome(it -> cart.add(user, item(it)), random);
          if (random.nextInt(10) == 0) cart.empty(user);
          return outcome;
        },
        () -> IntStream.range(0, 5).forEach(user -> cart.empty("user-" + user)));
  }

  private static void compare(HeddleRuntime runtime, String component, Call call) {
    compare(runtime, component, call, () -> {});
  }

  private static void compare(HeddleRuntime runtime, String component, Call call, Runnable fresh) {
    runtime.place(component, Placement.LOCAL, "to compare with");
    List<String> outside = outcomes(call);
    fresh.run();
    runtime.place(component, Placement.SANDBOXED, "to be compared");
    assertThat(outcomes(call)).isEqualTo(outside);
    fresh.run();
  }

  private static List<String> outcomes(Call call) {
    Random random = new Random(7);
    List<String> outcomes = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) outcomes.add(outcome(call, random));
    return outcomes;
  }

  private static String outcome(Call call, Random random) {
    try {
      return String.valueOf(call.make(random));
    } catch (ComponentException undeclared) {
      return undeclared.failure() + ": " + undeclared.failureMessage();
    } catch (Exception declared) {
      return declared.toString();
    }
  }

  private static Money money(Random random) {
    long units = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(1_000);
    int nanos = random.nextInt(1_000_000_000);
    return new Money(code(random), units, units < 0 ? -nanos : nanos);
  }

  private static String code(Random random) {
    return List.of("EUR", "USD", "JPY", "TRY", "XXX", "CHF").get(random.nextInt(6));
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static List<String> texts(Random random) {
    return IntStream.range(0, random.nextInt(5)).mapToObj(i -> text(random)).toList();
  }

  private static String productId(Random random) {
    return List.of("6E92ZMYYFZ", "OLJCESPC7Z", "66VCHSJNUP", "NOPE").get(random.nextInt(4));
  }

  private static LineItem item(Random random) {
    return new LineItem(productId(random), 1 + random.nextInt(12));
  }

  private static List<LineItem> items(Random random) {
    return IntStream.range(0, random.nextInt(30)).mapToObj(i -> item(random)).toList();
  }

  private static Card card(Random random) {
    List<String> numbers =
        List.of("378282246310005", "4432801561520455", "4111 1111", "", "6011000990139424");
    return new Card(
        numbers.get(random.nextInt(5)), 1 + random.nextInt(12), 2000 + random.nextInt(40), "737");
  }
}
