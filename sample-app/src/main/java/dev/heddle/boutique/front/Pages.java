package dev.heddle.boutique.front;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the page routes have in common. */
@Component
class Pages {
  private final Storefront storefront;
  private final Basket basket;

  Pages(Storefront storefront, Basket basket) {
    this.storefront = storefront;
    this.basket = basket;
  }

  Frame frame(Shopper shopper) {
    List<String> currencies = storefront.currencies();
    String currency = Storefront.currencyOf(shopper, currencies);
    return new Frame(currencies, currency, basket.size(shopper));
  }

  static ModelAndView page(String view, Frame frame) {
    return new ModelAndView(view).addObject("frame", frame).addObject("problems", List.of());
  }

  /** A page again, with the problems of the fields that were sent from it. */
  static ModelAndView withProblems(ModelAndView page, List<FieldProblem> problems) {
    page.setStatus(HttpStatusCode.valueOf(422));
    return page.addObject("problems", problems);
  }

  /** After a change: look at another page, by GET. */
  static ResponseEntity<Void> seeOther(String path) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(path)).build();
  }
}
