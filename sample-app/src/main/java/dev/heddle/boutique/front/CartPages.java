package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cart. */
@Controller
class CartPages {
  private final Shop shop;
  private final Layout layout;
  private final ProductPages products;

  CartPages(Shop shop, Layout layout, ProductPages products) {
    this.shop = shop;
    this.layout = layout;
    this.products = products;
  }

  @GetMapping("/cart")
  String cart(Shopper shopper, Model model) throws ProductNotFound, UnknownCurrency {
    return show(CheckoutForm.blank(UUID.randomUUID().toString()), shopper, model);
  }

  @PostMapping("/cart")
  String add(
      @RequestParam("product_id") String productId,
      @RequestParam("quantity") String quantity,
      Shopper shopper,
      Model model,
      HttpServletResponse response)
      throws ProductNotFound, UnknownCurrency {
    try {
      shop.addToCart(shopper, productId, Quantity.parse(quantity));
      return "redirect:/cart";
    } catch (QuantityOutOfRange | CartFull | Quantity.NotANumber refused) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      model.addAttribute("problem", refused.getMessage() + ".");
      return products.show(productId, shopper, model);
    }
  }

  @PostMapping("/cart/empty")
  String empty(Shopper shopper) {
    shop.emptyCart(shopper);
    return "redirect:/";
  }

  /** The cart with a checkout form below it. */
  String show(CheckoutForm form, Shopper shopper, Model model)
      throws ProductNotFound, UnknownCurrency {
    String currency = layout.around(model, shopper, "Your cart");
    CartPage cart = shop.cart(shopper, currency);
    model.addAttribute("cart", cart);
    model.addAttribute("form", form);
    model.addAttribute(
        "recommended",
        shop.recommended(cart.lines().stream().map(line -> line.product().id()).toList()));
    return "cart";
  }
}
