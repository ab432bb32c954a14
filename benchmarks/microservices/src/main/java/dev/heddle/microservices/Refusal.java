package dev.heddle.microservices;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.email.AddressRejected;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.IdempotencyKeyReused;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.UnsupportedCard;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.JsonNode;

/**
 * How an exception that a component declares travels: as a problem detail, whose type names it and
 * whose further members are what it says.
 *
 * @param facts what is sent of an exception
 * @param maker makes it again
 */
record Refusal<E extends Exception>(
    Class<E> exception, Function<E, Map<String, Object>> facts, Function<JsonNode, E> maker) {
  private static final List<Refusal<?>> ALL =
      List.of(
          new Refusal<>(
              ProductNotFound.class,
              it -> Map.of("productId", it.productId()),
              it -> new ProductNotFound(text(it, "productId"))),
          new Refusal<>(
              UnknownCurrency.class,
              it -> Map.of("currencyCode", it.currencyCode()),
              it -> new UnknownCurrency(text(it, "currencyCode"))),
          new Refusal<>(
              QuantityOutOfRange.class,
              it -> Map.of("quantity", it.quantity(), "least", it.least(), "most", it.most()),
              it ->
                  new QuantityOutOfRange(
                      number(it, "quantity"), number(it, "least"), number(it, "most"))),
          new Refusal<>(
              CartFull.class,
              it -> Map.of("products", it.products(), "ofEach", it.ofEach()),
              it -> new CartFull(number(it, "products"), number(it, "ofEach"))),
          new Refusal<>(EmptyCart.class, it -> Map.of(), it -> new EmptyCart()),
          new Refusal<>(
              InvalidCard.class,
              it -> Map.of("problem", it.problem()),
              it -> new InvalidCard(text(it, "problem"))),
          new Refusal<>(
              CardExpired.class,
              it -> Map.of("month", it.month(), "year", it.year()),
              it -> new CardExpired(number(it, "month"), number(it, "year"))),
          new Refusal<>(
              UnsupportedCard.class,
              it -> Map.of("brand", it.brand()),
              it -> new UnsupportedCard(text(it, "brand"))),
          new Refusal<>(
              IdempotencyKeyReused.class,
              it -> Map.of("idempotencyKey", it.idempotencyKey()),
              it -> new IdempotencyKeyReused(text(it, "idempotencyKey"))),
          new Refusal<>(
              AddressRejected.class,
              it -> Map.of("problem", it.problem()),
              it -> new AddressRejected(text(it, "problem"))));

  /** The problem that a service answers with; empty for an exception that no component declares. */
  static Optional<ProblemDetail> write(Exception thrown) {
    return ALL.stream()
        .filter(each -> each.exception.isInstance(thrown))
        .findFirst()
        .map(each -> each.problem(thrown));
  }

  /** The exception that a problem stands for; empty for a problem of another kind. */
  static Optional<? extends Exception> read(JsonNode problem) {
    String type = text(problem, "type");
    return ALL.stream()
        .filter(each -> each.type().equals(type))
        .findFirst()
        .map(each -> each.maker.apply(problem));
  }

  private ProblemDetail problem(Exception thrown) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, thrown.getMessage());
    problem.setType(URI.create(type()));
    facts.apply(exception.cast(thrown)).forEach(problem::setProperty);
    return problem;
  }

  private String type() {
    return "urn:boutique:" + exception.getSimpleName();
  }

  private static String text(JsonNode problem, String member) {
    return problem.path(member).asString();
  }

  private static int number(JsonNode problem, String member) {
    return problem.path(member).asInt();
  }
}
