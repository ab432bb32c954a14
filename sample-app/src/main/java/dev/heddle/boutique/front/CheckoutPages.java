package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.values.Order;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From cart to order. */
@Controller
class CheckoutPages {
  private final Checkout checkout;
  private final Shop shop;
  private final Layout layout;
  private final CartPages carts;

  CheckoutPages(Checkout checkout, Shop shop, Layout layout, CartPages carts) {
    this.checkout = checkout;
    this.shop = shop;
    this.layout = layout;
    this.carts = carts;
  }

  @PostMapping("/cart/checkout")
  String order(
      @RequestParam Map<String, String> parameters,
      Shopper shopper,
      Model model,
      HttpServletResponse response)
      throws ProductNotFound, UnknownCurrency {
    CheckoutForm form = CheckoutForm.sent(parameters, UUID.randomUUID().toString());
    List<String> problems = form.problems();
    if (!problems.isEmpty()) return again(form, problems, shopper, model, response);
    try {
      String currency = shop.currency(shopper.currencyCode());
      Order order = checkout.placeOrder(form.order(shopper, currency));
      layout.around(model, shopper, "Thank you");
      model.addAttribute("order", order);
      model.addAttribute("email", form.shown("email"));
      return "order";
    } catch (EmptyCart | InvalidCard | CardExpired | UnsupportedCard refused) {
      return again(form, List.of(refused.getMessage() + "."), shopper, model, response);
    }
  }

  private String again(
      CheckoutForm form,
      List<String> problems,
      Shopper shopper,
      Model model,
      HttpServletResponse response)
      throws ProductNotFound, UnknownCurrency {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problems", problems);
    return carts.show(form, shopper, model);
  }
}
