package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import java.util.List;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;

/** Finds words and a status for everything that can go wrong. */
final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

  private Faults() {}

  static Fault of(Throwable failure) {
    return switch (failure) {
      case ProductNotFound unknown ->
          Fault.of(
              404,
              "We do not have that",
              "There is no product " + FieldProblem.quoted(unknown.productId()) + " in the shop.");
      case UnknownCurrency unknown -> unknownCurrency(unknown.currencyCode());
      case EmptyCart empty ->
          Fault.of(409, "Your cart is empty", "Put something into it before you order.");
      case CartFull full ->
          Fault.of(
              409,
              "Your cart is full",
              "It holds %d different products and %d of each. Order or empty it first."
                  .formatted(full.products(), full.ofEach()));
      case QuantityOutOfRange bad ->
          Fault.of(
              422,
              "That quantity is not on",
              "Add %d to %d at a time, not %d.".formatted(bad.least(), bad.most(), bad.quantity()));
      case BadInput bad -> badInput(bad.problems());
      case ErrorResponse known -> Fault.ofStatus(known.getStatusCode().value());
      case HttpMessageNotReadableException unreadable ->
          Fault.of(400, "We could not read that", "The body must be a JSON object.");
      case InvalidParameterException unreadable -> Fault.ofStatus(unreadable.getErrorCode());
      case ComponentUnavailableException missing -> unanswered(missing);
      case ComponentTimeoutException slow -> unanswered(slow);
      case ComponentCancelledException cancelled -> unanswered(cancelled);
      default -> unexpected(failure);
    };
  }

  private static Fault badInput(List<FieldProblem> problems) {
    String detail =
        problems.size() == 1
            ? problems.getFirst().message() + "."
            : problems.size() + " fields need another look.";
    return new Fault(422, "Please check what you entered", detail, problems);
  }

  private static Fault unknownCurrency(String currencyCode) {
    return Fault.of(
        422,
        "We do not take that currency",
        "We have no rate for "
            + FieldProblem.quoted(currencyCode)
            + ". Choose one of the currencies in the list at the top of the page.");
  }

  private static Fault unanswered(Throwable failure) {
    LOG.warn("A component did not answer: {}", failure.getMessage());
    return Fault.ofStatus(503);
  }

  private static Fault unexpected(Throwable failure) {
    String reference = UUID.randomUUID().toString();
    LOG.error("A request failed, reference {}", reference, failure);
    return Fault.of(
        500,
        "Something went wrong on our side",
        "Try again in a moment. If it stays, tell us this reference: " + reference);
  }
}
