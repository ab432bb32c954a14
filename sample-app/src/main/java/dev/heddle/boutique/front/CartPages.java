package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The cart: looking at it, filling it, emptying it. The checkout form stands below it. */
@Controller
class CartPages {
  /** As far ahead as the form's list of years goes; a card may say more. */
  private static final int YEARS_AHEAD = 15;

  private final Pages pages;
  private final Basket basket;
  private final Storefront storefront;
  private final CatalogPages products;
  private final InstantSource clock;

  CartPages(
      Pages pages,
      Basket basket,
      Storefront storefront,
      CatalogPages products,
      InstantSource clock) {
    this.pages = pages;
    this.basket = basket;
    this.storefront = storefront;
    this.products = products;
    this.clock = clock;
  }

  @GetMapping("/cart")
  ModelAndView view(Shopper shopper) throws ProductNotFound, UnknownCurrency {
    return cart(shopper, CheckoutForm.blank());
  }

  /** The cart with a checkout form in some state. */
  ModelAndView cart(Shopper shopper, CheckoutForm form) throws ProductNotFound, UnknownCurrency {
    Frame frame = pages.frame(shopper);
    CartContents contents = basket.contents(shopper, frame.currency());
    return Pages.page("cart", frame)
        .addObject("cart", contents)
        .addObject("form", form)
        .addObject("months", IntStream.rangeClosed(1, 12).boxed().toList())
        .addObject("years", years(form))
        .addObject("recommended", storefront.recommended(contents.productIds()));
  }

  /** The years to choose from, with the one that was chosen before even if it lies far ahead. */
  private List<Integer> years(CheckoutForm form) {
    int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
    IntStream ahead = IntStream.rangeClosed(year, year + YEARS_AHEAD);
    IntStream chosen =
        form.year().matches("[0-9]{4}")
            ? IntStream.of(Integer.parseInt(form.year()))
            : IntStream.empty();
    return IntStream.concat(ahead, chosen).distinct().sorted().boxed().toList();
  }

  @PostMapping("/cart")
  Object add(@RequestParam Map<String, String> form, Shopper shopper)
      throws ProductNotFound, UnknownCurrency, QuantityOutOfRange, CartFull {
    Fields fields = Fields.of(form);
    try {
      basket.add(shopper, fields);
      return Pages.seeOther("/cart");
    } catch (BadInput bad) {
      String productId = fields.get("product_id");
      if (productId.isEmpty()) throw bad;
      return Pages.withProblems(products.product(productId, shopper), bad.problems());
    }
  }

  @PostMapping("/cart/empty")
  ResponseEntity<Void> empty(Shopper shopper) {
    basket.empty(shopper);
    return Pages.seeOther("/");
  }
}
