package dev.heddle.microservices;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cartcache.CartCache;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.email.Email;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.recommendation.Recommendation;
import dev.heddle.boutique.shipping.Shipping;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The services, each after those that it calls. */
enum Service {
  AD(Ad.class, AdExchange.class, AdController.class),
  CARTCACHE(CartCache.class, CartCacheExchange.class, CartCacheController.class),
  CATALOG(Catalog.class, CatalogExchange.class, CatalogController.class),
  CURRENCY(Currency.class, CurrencyExchange.class, CurrencyController.class),
  EMAIL(Email.class, EmailExchange.class, EmailController.class),
  PAYMENT(Payment.class, PaymentExchange.class, PaymentController.class),
  SHIPPING(Shipping.class, ShippingExchange.class, ShippingController.class),
  CART(Cart.class, CartExchange.class, CartController.class),
  RECOMMENDATION(
      Recommendation.class, RecommendationExchange.class, RecommendationController.class),
  CHECKOUT(Checkout.class, CheckoutExchange.class, CheckoutController.class);

  private final Class<?> component;
  private final Class<?> exchange;
  private final Class<?> controller;

  <C, E extends C> Service(Class<C> component, Class<E> exchange, Class<? extends E> controller) {
    this.component = component;
    this.exchange = exchange;
    this.controller = controller;
  }

  /** The component that it serves. */
  Class<?> component() {
    return component;
  }

  /** That component over HTTP. */
  Class<?> exchange() {
    return exchange;
  }

  /** What answers its requests. */
  Class<?> controller() {
    return controller;
  }

  /** Its name on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The property that says where it listens, as {@code http://host:port}. */
  String addressProperty() {
    return "services." + word();
  }

  /**
   * The service with a name.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that there are
   */
  static Service of(String word) {
    return Stream.of(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no service "
                        + word
                        + ", but "
                        + Stream.of(values())
                            .map(Service::word)
                            .collect(Collectors.joining(", "))));
  }
}
