package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.component.ComponentException;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.ui.Model;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Turns what the shop refuses into pages. */
@ControllerAdvice(
    assignableTypes = {
      ProductPages.class,
      CartPages.class,
      CheckoutPages.class,
      SessionPages.class
    })
class PageRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

  @ExceptionHandler({
    ProductNotFound.class,
    UnknownCurrency.class,
    MissingServletRequestParameterException.class,
    ComponentException.class
  })
  String page(Exception failure, Model model, HttpServletResponse response) {
    Refusal refusal = Refusal.of(failure);
    if (refusal.status().is5xxServerError()) LOG.error("A page failed", failure);
    response.setStatus(refusal.status().value());
    model.addAttribute("refusal", refusal);
    return "refusal";
  }
}
