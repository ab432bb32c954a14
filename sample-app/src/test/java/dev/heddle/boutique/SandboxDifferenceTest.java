package dev.heddle.boutique;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cart.CartView;
import dev.heddle.boutique.cartcache.CartCache;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.email.Email;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.recommendation.Recommendation;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.test.SandboxDifference;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each component answers inside the sandbox as it does on the Java virtual machine. */
final class SandboxDifferenceTest {
  private static final long SEED = 2026;
  private static final int CALLS = 150;
  private static final Path RECORDED = Path.of("src/test/resources/recordings/shop.calls");
  private static final List<String> TEXTS = List.of("a", "stra\u00dfe", "\u0130", "\ud83d\ude00");
  private static final List<String> CODES = List.of("EUR", "USD", "JPY", "TRY", "XXX", "CHF");
  private static final List<String> PRODUCTS =
      List.of("6E92ZMYYFZ", "OLJCESPC7Z", "66VCHSJNUP", "NOPE");
  private static final List<String> CARDS =
      List.of("378282246310005", "4432801561520455", "4111 1111", "6011000990139424");

  @ParameterizedTest
  @ValueSource(
      classes = {
        Ad.class,
        Cart.class,
        CartCache.class,
        Catalog.class,
        Currency.class,
        Email.class,
        Payment.class,
        Recommendation.class,
        Shipping.class
      })
  void answersTheSame(Class<?> component) {
    compare(component).recorded(RECORDED).check();
  }

  /** With something in the cart, for else it orders nothing. */
  @Test
  void ordersTheSame() {
    compare(Checkout.class).fake(Cart.class, FullCart::new).recorded(RECORDED).check();
  }

  private static SandboxDifference compare(Class<?> component) {
    return SandboxDifference.of(component)
        .seed(SEED)
        .calls(CALLS)
        .with(Money.class, SandboxDifferenceTest::money)
        .with(LineItem.class, random -> new LineItem(any(PRODUCTS, random), 1 + random.nextInt(12)))
        .with(
            Card.class,
            random ->
                new Card(
                    any(CARDS, random), 1 + random.nextInt(12), 2020 + random.nextInt(20), "737"))
        .with(
            Address.class,
            random -> new Address("1 Main St", "12345", "Ulm", "", any(TEXTS, random)));
  }

  private static Money money(RandomGenerator random) {
    long units = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(1_000);
    int nanos = random.nextInt(1_000_000_000);
    return new Money(any(CODES, random), units, units < 0 ? -nanos : nanos);
  }

  /** Holds two things, whoever asks. */
  private static final class FullCart implements Cart {
    @Override
    public CartView add(String userId, LineItem item) {
      return get(userId);
    }

    @Override
    public CartView get(String userId) {
      return new CartView(
          List.of(new LineItem("6E92ZMYYFZ", 2), new LineItem("66VCHSJNUP", userId.length())));
    }

    @Override
    public void empty(String userId) {}
  }

  private static String any(List<String> values, RandomGenerator random) {
    return values.get(random.nextInt(values.size()));
  }
}
