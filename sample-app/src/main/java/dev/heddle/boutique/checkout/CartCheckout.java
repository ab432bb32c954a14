package dev.heddle.boutique.checkout;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.IdempotencyKeyReused;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.payment.Receipt;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Order;
import dev.heddle.boutique.values.Require;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ValueStream;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import java.util.List;
import java.util.Optional;

/**
 * Places an order in steps that can each be done again: price and store a draft, charge, ship,
 * empty the cart, publish, mark the draft as placed. An attempt that finds a draft goes on from
 * there.
 */
@ComponentImplementation
final class CartCheckout implements Checkout {
  private final Cart cart;
  private final Payment payment;
  private final Shipping shipping;
  private final RandomSource random;
  private final Log log;
  private final Pricing pricing;
  private final Drafts drafts;
  private final EventPublisher<OrderPlaced> placedOrders;

  CartCheckout(
      Cart cart,
      Currency currency,
      Payment payment,
      Catalog catalog,
      Shipping shipping,
      KeyValueStore orders,
      EventPublisher<OrderPlaced> placedOrders,
      RandomSource random,
      Log log) {
    this.cart = cart;
    this.payment = payment;
    this.shipping = shipping;
    this.random = random;
    this.log = log;
    this.pricing = new Pricing(catalog, currency, shipping);
    this.drafts = new Drafts(orders);
    this.placedOrders = placedOrders;
  }

  @Override
  public Order placeOrder(OrderRequest request)
      throws EmptyCart,
          ProductNotFound,
          UnknownCurrency,
          InvalidCard,
          CardExpired,
          UnsupportedCard {
    Optional<OrderDraft> earlier = drafts.find(request);
    OrderDraft draft = earlier.isPresent() ? earlier.get() : draft(request);
    return draft.placed() ? draft.order() : place(request, draft);
  }

  @Override
  public ValueStream<Order> orders(String userId) {
    Require.id("A user id", userId, 64);
    return ValueStream.generate(drafts.placedBy(userId)::next);
  }

  private OrderDraft draft(OrderRequest request)
      throws EmptyCart, ProductNotFound, UnknownCurrency {
    List<LineItem> items = cart.get(request.userId()).lines();
    // Another attempt at this order may have placed it, and emptied the cart, since we looked.
    if (items.isEmpty()) return drafts.find(request).orElseThrow(EmptyCart::new);
    String orderId = random.nextUuid().toString();
    return drafts.reserve(request, pricing.price(orderId, items, request.currencyCode()));
  }

  private Order place(OrderRequest request, OrderDraft draft)
      throws InvalidCard, CardExpired, UnsupportedCard {
    Receipt receipt = charge(request, draft);
    String trackingId = shipping.ship(draft.orderId(), request.address(), draft.items());
    OrderDraft placed = draft.placedAs(trackingId, receipt.transactionId());
    cart.empty(request.userId());
    // Before the draft says that all is done: an attempt that dies in between is made again, and
    // publishes a second time what would otherwise never be told.
    placedOrders.publish(new OrderPlaced(request.userId(), request.email(), placed.order()));
    if (!drafts.complete(request, draft, placed))
      return drafts.find(request).orElse(placed).order();
    log.info("Order " + draft.orderId() + " placed");
    return placed.order();
  }

  private Receipt charge(OrderRequest request, OrderDraft draft)
      throws InvalidCard, CardExpired, UnsupportedCard {
    try {
      return payment.charge(chargeKey(request), draft.order().total(), request.card());
    } catch (InvalidCard | CardExpired | UnsupportedCard refused) {
      drafts.release(request, draft);
      throw refused;
    } catch (IdempotencyKeyReused paidBefore) {
      throw new IllegalStateException(
          "Another attempt at this order paid another amount; look at the cart again", paidBefore);
    }
  }

  /** The user's length keeps two users with two keys from ever meeting in one charge key. */
  private static String chargeKey(OrderRequest request) {
    String userId = request.userId();
    return userId.length() + "-" + userId + '-' + request.idempotencyKey();
  }
}
