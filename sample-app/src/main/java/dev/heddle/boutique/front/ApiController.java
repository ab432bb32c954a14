package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.values.Order;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The shop for programs: the same operations as the pages', in JSON, for the same session. */
@RestController
@RequestMapping("/api")
class ApiController {
  /** What to put into the cart. */
  record Addition(@Nullable String productId, @Nullable Integer quantity) {}

  private final Shop shop;
  private final Checkout checkout;

  ApiController(Shop shop, Checkout checkout) {
    this.shop = shop;
    this.checkout = checkout;
  }

  @GetMapping("/currencies")
  List<String> currencies() {
    return shop.currencies();
  }

  @GetMapping("/products")
  List<PricedProduct> products(
      @RequestParam(name = "currency", required = false) @Nullable String currency, Shopper shopper)
      throws UnknownCurrency {
    return shop.products(chosen(currency, shopper));
  }

  @GetMapping("/products/{id}")
  PricedProduct product(
      @PathVariable String id,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      Shopper shopper)
      throws ProductNotFound, UnknownCurrency {
    return shop.product(id, chosen(currency, shopper));
  }

  @GetMapping("/cart")
  CartPage cart(
      @RequestParam(name = "currency", required = false) @Nullable String currency, Shopper shopper)
      throws ProductNotFound, UnknownCurrency {
    return shop.cart(shopper, chosen(currency, shopper));
  }

  @PostMapping("/cart")
  @ResponseStatus(HttpStatus.CREATED)
  CartPage add(@RequestBody Addition addition, Shopper shopper)
      throws ProductNotFound, UnknownCurrency, QuantityOutOfRange, CartFull {
    String productId = addition.productId() == null ? "" : addition.productId();
    int quantity = addition.quantity() == null ? 1 : addition.quantity();
    shop.addToCart(shopper, productId, quantity);
    return shop.cart(shopper, chosen(null, shopper));
  }

  @DeleteMapping("/cart")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void empty(Shopper shopper) {
    shop.emptyCart(shopper);
  }

  /** Takes the fields of the checkout form, by their names there. */
  @PostMapping("/checkout")
  @ResponseStatus(HttpStatus.CREATED)
  Order order(@RequestBody Map<String, String> fields, Shopper shopper)
      throws ProductNotFound,
          UnknownCurrency,
          EmptyCart,
          InvalidCard,
          CardExpired,
          UnsupportedCard,
          ApiRefusals.Incomplete {
    fields.values().removeIf(java.util.Objects::isNull);
    CheckoutForm form = CheckoutForm.sent(fields, UUID.randomUUID().toString());
    List<String> problems = form.problems();
    if (!problems.isEmpty()) throw new ApiRefusals.Incomplete(problems);
    return checkout.placeOrder(form.order(shopper, shop.currency(shopper.currencyCode())));
  }

  private String chosen(@Nullable String currency, Shopper shopper) throws UnknownCurrency {
    return shop.currency(currency == null ? shopper.currencyCode() : currency);
  }
}
