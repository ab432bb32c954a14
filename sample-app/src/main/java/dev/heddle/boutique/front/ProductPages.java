package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The shop window and what stands in it. */
@Controller
class ProductPages {
  private final Shop shop;
  private final Layout layout;

  ProductPages(Shop shop, Layout layout) {
    this.shop = shop;
    this.layout = layout;
  }

  @GetMapping("/")
  String home(Shopper shopper, Model model) throws UnknownCurrency {
    String currency = layout.around(model, shopper, "Good things for every day");
    model.addAttribute("products", shop.products(currency));
    model.addAttribute("ads", shop.advertisements(List.of()));
    return "home";
  }

  @GetMapping("/product/{id}")
  String product(@PathVariable String id, Shopper shopper, Model model)
      throws ProductNotFound, UnknownCurrency {
    return show(id, shopper, model);
  }

  /** The page of one product; also shown again when it could not be put into the cart. */
  String show(String id, Shopper shopper, Model model) throws ProductNotFound, UnknownCurrency {
    // The product first: an unknown one is no reason to ask for anything else.
    PricedProduct found = shop.product(id, Shopper.DEFAULT_CURRENCY);
    String currency = layout.around(model, shopper, found.product().name());
    model.addAttribute("item", shop.product(id, currency));
    model.addAttribute("most", Cart.MOST_ADDED);
    model.addAttribute("recommended", shop.recommended(List.of(id)));
    model.addAttribute("ads", shop.advertisements(found.product().categories()));
    return "product";
  }
}
