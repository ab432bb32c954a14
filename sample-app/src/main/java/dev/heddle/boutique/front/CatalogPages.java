package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The shop window and the page of a product. */
@Controller
class CatalogPages {
  private final Pages pages;
  private final Storefront storefront;

  CatalogPages(Pages pages, Storefront storefront) {
    this.pages = pages;
    this.storefront = storefront;
  }

  @GetMapping("/")
  ModelAndView home(Shopper shopper) throws UnknownCurrency {
    Frame frame = pages.frame(shopper);
    return Pages.page("home", frame)
        .addObject("offers", storefront.offers("", frame.currency()))
        .addObject("ad", storefront.advertisement(List.of()).orElse(null));
  }

  @GetMapping("/product/{id}")
  ModelAndView product(@PathVariable String id, Shopper shopper)
      throws ProductNotFound, UnknownCurrency {
    Frame frame = pages.frame(shopper);
    Offer offer = storefront.offer(id, frame.currency());
    return Pages.page("product", frame)
        .addObject("offer", offer)
        .addObject("mostAdded", Cart.MOST_ADDED)
        .addObject("recommended", storefront.recommended(List.of(id)))
        .addObject("ad", storefront.advertisement(offer.product().categories()).orElse(null));
  }
}
