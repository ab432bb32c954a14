package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.values.Order;
import dev.heddle.boutique.values.OrderLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Ordering what is in the cart. */
@Controller
class CheckoutPages {
  private final Pages pages;
  private final Basket basket;
  private final Till till;
  private final Storefront storefront;
  private final CartPages carts;

  CheckoutPages(Pages pages, Basket basket, Till till, Storefront storefront, CartPages carts) {
    this.pages = pages;
    this.basket = basket;
    this.till = till;
    this.storefront = storefront;
    this.carts = carts;
  }

  @PostMapping("/cart/checkout")
  ModelAndView checkout(@RequestParam Map<String, String> parameters, Shopper shopper)
      throws EmptyCart, ProductNotFound, UnknownCurrency {
    Fields fields = Fields.of(parameters);
    CheckoutForm form = CheckoutForm.of(fields);
    try {
      return confirmation(till.order(shopper, form, fields), form, shopper);
    } catch (BadInput bad) {
      if (basket.size(shopper) == 0) throw new EmptyCart();
      return Pages.withProblems(carts.cart(shopper, form), bad.problems());
    }
  }

  private ModelAndView confirmation(Order order, CheckoutForm form, Shopper shopper)
      throws ProductNotFound {
    List<CartContents.Line> lines = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      String productId = line.item().productId();
      lines.add(
          new CartContents.Line(
              storefront.product(productId), line.item().quantity(), line.unitPrice()));
    }
    CartContents contents = new CartContents(lines, order.shippingCost());
    return Pages.page("order", pages.frame(shopper))
        .addObject("order", order)
        .addObject("contents", contents)
        .addObject("form", form)
        .addObject("recommended", storefront.recommended(contents.productIds()));
  }
}
