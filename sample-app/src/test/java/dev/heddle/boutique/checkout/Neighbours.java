package dev.heddle.boutique.checkout;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cart.CartView;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.payment.CardBrand;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.payment.Receipt;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.component.capability.EventPublisher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** The components that a checkout calls, writing down each call. A euro costs two dollars here. */
final class Neighbours implements Cart, Currency, Shipping, Payment, EventPublisher<OrderPlaced> {
  final List<String> calls = new CopyOnWriteArrayList<>();
  final Map<String, Receipt> charged = new ConcurrentHashMap<>();
  volatile List<LineItem> lines = List.of(new LineItem("MUG", 2), new LineItem("JAR", 1));
  final AtomicReference<Runnable> beforeNextGet = new AtomicReference<>(() -> {});
  final List<OrderPlaced> published = new CopyOnWriteArrayList<>();
  volatile Optional<RuntimeException> publishFailure = Optional.empty();
  volatile Optional<RuntimeException> shippingFailure = Optional.empty();

  @Override
  public CartView add(String userId, LineItem item) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CartView get(String userId) {
    calls.add("Cart.get");
    beforeNextGet.getAndSet(() -> {}).run();
    return new CartView(lines);
  }

  @Override
  public void empty(String userId) {
    calls.add("Cart.empty");
    lines = List.of();
  }

  Catalog catalog() {
    return new Catalog() {
      @Override
      public List<Product> list() {
        throw new UnsupportedOperationException();
      }

      @Override
      public Product get(String productId) throws ProductNotFound {
        calls.add("Catalog.get");
        if (productId.equals("GONE")) throw new ProductNotFound(productId);
        Money price = productId.equals("MUG") ? new Money("USD", 11, 0) : new Money("USD", 7, 0);
        return new Product(productId, "n", "d", List.of("c"), price);
      }

      @Override
      public List<Product> search(String query) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public List<String> supported() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Money convert(Money amount, String currencyCode) throws UnknownCurrency {
    calls.add("Currency.convert");
    if (!currencyCode.equals("EUR")) throw new UnknownCurrency(currencyCode);
    long half = amount.units() * 1_000_000_000 + amount.nanos();
    return new Money("EUR", half / 2_000_000_000, (int) (half / 2 % 1_000_000_000));
  }

  @Override
  public Money quote(List<LineItem> items) {
    calls.add("Shipping.quote");
    return new Money("USD", 5, 0);
  }

  @Override
  public String ship(String orderId, Address address, List<LineItem> items) {
    calls.add("Shipping.ship");
    if (shippingFailure.isPresent()) throw shippingFailure.get();
    return "T-" + orderId;
  }

  @Override
  public Receipt charge(String idempotencyKey, Money amount, Card card) throws InvalidCard {
    calls.add("Payment.charge");
    if (!charged.containsKey(idempotencyKey) && card.number().isEmpty())
      throw new InvalidCard("none");
    return charged.computeIfAbsent(
        idempotencyKey, key -> new Receipt("X-" + key, amount, CardBrand.VISA, "1111"));
  }

  @Override
  public void publish(OrderPlaced placed) {
    calls.add("OrderPlaced");
    if (publishFailure.isPresent()) throw publishFailure.get();
    published.add(placed);
  }
}
