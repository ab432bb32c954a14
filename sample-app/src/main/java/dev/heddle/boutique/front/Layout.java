package dev.heddle.boutique.front;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gives a page what every page has around it. */
@Component
final class Layout {
  private final Shop shop;

  Layout(Shop shop) {
    this.shop = shop;
  }

  /**
   * Fills the model of a page.
   *
   * @return the currency to show prices in: the shopper's, if the shop takes it
   */
  String around(Model model, Shopper shopper, String title) {
    List<String> currencies = shop.currencies();
    String currency =
        currencies.contains(shopper.currencyCode())
            ? shopper.currencyCode()
            : Shopper.DEFAULT_CURRENCY;
    model.addAttribute("title", title);
    model.addAttribute("currencies", currencies);
    model.addAttribute("currency", currency);
    model.addAttribute("cartSize", shop.cartSize(shopper));
    return currency;
  }
}
