package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.component.ComponentException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns what the shop refuses into {@code application/problem+json} (RFC 9457). */
@RestControllerAdvice(assignableTypes = ApiController.class)
class ApiRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(ApiRefusals.class);

  /** An order that is not complete: everything that is wrong with it. */
  static final class Incomplete extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    Incomplete(List<String> problems) {
      super(String.join(" ", problems));
      this.problems = List.copyOf(problems);
    }
  }

  @ExceptionHandler({
    ProductNotFound.class,
    UnknownCurrency.class,
    MissingServletRequestParameterException.class,
    ComponentException.class
  })
  ResponseEntity<ProblemDetail> refuse(Exception failure) {
    Refusal refusal = Refusal.of(failure);
    if (refusal.status().is5xxServerError()) LOG.error("A request failed", failure);
    return answer(refusal);
  }

  @ExceptionHandler({
    QuantityOutOfRange.class,
    CartFull.class,
    EmptyCart.class,
    InvalidCard.class,
    CardExpired.class,
    UnsupportedCard.class
  })
  ResponseEntity<ProblemDetail> refuseOrder(Exception failure) {
    return answer(
        new Refusal(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "This cannot be ordered",
            failure.getMessage() + "."));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuseIncomplete(Incomplete failure) {
    ResponseEntity<ProblemDetail> answer =
        answer(
            new Refusal(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The order is incomplete",
                String.join(" ", failure.problems)));
    if (answer.getBody() != null) answer.getBody().setProperty("problems", failure.problems);
    return answer;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refuseUnreadable(HttpMessageNotReadableException failure) {
    return answer(
        new Refusal(
            HttpStatus.BAD_REQUEST,
            "The body cannot be read",
            "It must be a JSON object with the fields of this operation."));
  }

  static ResponseEntity<ProblemDetail> answer(Refusal refusal) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(refusal.status(), refusal.advice());
    problem.setTitle(refusal.title());
    return ResponseEntity.status(refusal.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
