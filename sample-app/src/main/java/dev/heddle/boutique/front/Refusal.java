package dev.heddle.boutique.front;

import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;

/**
 * What a shopper is told when a request cannot be answered.
 *
 * @param title a few words
 * @param advice a sentence that says what to do
 */
record Refusal(HttpStatus status, String title, String advice) {

  static Refusal of(Exception failure) {
    return switch (failure) {
      case ProductNotFound unknown ->
          new Refusal(
              HttpStatus.NOT_FOUND,
              "We do not have this product",
              unknown.getMessage() + ". It may have sold out; the shop window shows what we have.");
      case UnknownCurrency unknown ->
          new Refusal(
              HttpStatus.BAD_REQUEST,
              "We do not take this currency",
              unknown.getMessage() + ". Choose one from the list at the top of the page.");
      case MissingServletRequestParameterException missing ->
          new Refusal(
              HttpStatus.BAD_REQUEST,
              "Something is missing",
              "The request has no '" + missing.getParameterName() + "'. Go back and try again.");
      case ComponentTimeoutException late -> busy();
      case ComponentUnavailableException gone -> busy();
      case ComponentException broken -> of(HttpStatus.INTERNAL_SERVER_ERROR);
      default -> of(HttpStatus.INTERNAL_SERVER_ERROR);
    };
  }

  static Refusal of(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND ->
          new Refusal(
              status, "There is no such page", "Check the address, or start from the shop window.");
      case METHOD_NOT_ALLOWED ->
          new Refusal(
              status,
              "This page cannot be used that way",
              "Start from the shop window and follow its links and buttons.");
      case CONTENT_TOO_LARGE, LENGTH_REQUIRED ->
          new Refusal(
              status, "That was too much", "A request to this shop has at most 64 KB, counted.");
      default ->
          status.is4xxClientError()
              ? new Refusal(
                  status, "We did not understand that", "Go back, check what you sent, try again.")
              : new Refusal(
                  status, "Something went wrong on our side", "Nothing was charged. Try again.");
    };
  }

  private static Refusal busy() {
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE,
        "The shop is very busy",
        "Your cart is safe. Try again in a moment.");
  }
}
