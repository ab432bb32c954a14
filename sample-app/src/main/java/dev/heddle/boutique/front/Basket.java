package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** What shoppers do with their carts. */
@Service
class Basket {
  private final Cart cart;
  private final Currency currency;
  private final Shipping shipping;
  private final Storefront storefront;

  Basket(Cart cart, Currency currency, Shipping shipping, Storefront storefront) {
    this.cart = cart;
    this.currency = currency;
    this.shipping = shipping;
    this.storefront = storefront;
  }

  int size(Shopper shopper) {
    return cart.get(shopper.id()).size();
  }

  CartContents contents(Shopper shopper, String currencyCode)
      throws ProductNotFound, UnknownCurrency {
    List<LineItem> items = cart.get(shopper.id()).lines();
    List<CartContents.Line> lines = new ArrayList<>();
    for (LineItem item : items) {
      Product product = storefront.product(item.productId());
      Money price = currency.convert(product.price(), currencyCode);
      lines.add(new CartContents.Line(product, item.quantity(), price));
    }
    return new CartContents(lines, currency.convert(shipping.quote(items), currencyCode));
  }

  /** Adds what the fields {@code product_id} and {@code quantity} say. */
  void add(Shopper shopper, Fields fields) throws ProductNotFound, QuantityOutOfRange, CartFull {
    String productId = fields.get("product_id");
    if (productId.isEmpty())
      throw new BadInput(new FieldProblem("product_id", "Say which product to add"));
    Product product = storefront.product(productId);
    cart.add(shopper.id(), new LineItem(product.id(), quantity(fields.get("quantity"))));
  }

  void empty(Shopper shopper) {
    cart.empty(shopper.id());
  }

  private static int quantity(String found) {
    String rule = "Choose a quantity from 1 to " + Cart.MOST_ADDED;
    if (found.isEmpty()) throw new BadInput(new FieldProblem("quantity", rule));
    int quantity = found.matches("[0-9]{1,3}") ? Integer.parseInt(found) : 0;
    if (quantity < 1 || quantity > Cart.MOST_ADDED)
      throw new BadInput(
          new FieldProblem("quantity", rule + ", not " + FieldProblem.quoted(found)));
    return quantity;
  }
}
