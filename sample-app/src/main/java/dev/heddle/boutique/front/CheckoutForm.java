package dev.heddle.boutique.front;

import dev.heddle.boutique.checkout.OrderRequest;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.values.Address;
import java.util.List;
import java.util.UUID;

/**
 * What a shopper entered to order, as it may be shown again: everything but the card's number and
 * security code.
 */
record CheckoutForm(
    String idempotencyKey,
    String email,
    String street,
    String zipCode,
    String city,
    String state,
    String country,
    String month,
    String year) {

  /** A form that nobody filled in yet. */
  static CheckoutForm blank() {
    return new CheckoutForm(UUID.randomUUID().toString(), "", "", "", "", "", "", "", "");
  }

  /** What the fields say, right or wrong. A form without a key is an attempt of its own. */
  static CheckoutForm of(Fields fields) {
    String key = fields.get("idempotency_key");
    return new CheckoutForm(
        key.isEmpty() ? UUID.randomUUID().toString() : key,
        fields.get("email"),
        fields.get("street_address"),
        fields.get("zip_code"),
        fields.get("city"),
        fields.get("state"),
        fields.get("country"),
        fields.get("credit_card_expiration_month"),
        fields.get("credit_card_expiration_year"));
  }

  /**
   * The order that the fields ask for.
   *
   * @throws BadInput naming every field that breaks a rule
   */
  OrderRequest request(Fields fields, Shopper shopper, String currencyCode) {
    CheckoutRules rules = new CheckoutRules();
    rules.key(idempotencyKey);
    rules.email(email);
    rules.text("street_address", "a street", street, 1, 100);
    rules.text("zip_code", "a postal code", zipCode, 1, 16);
    rules.text("city", "a city", city, 1, 100);
    rules.text("state", "a state", state, 0, 64);
    rules.text("country", "a country", country, 1, 100);
    rules.text("credit_card_number", "a card number", fields.get("credit_card_number"), 1, 32);
    int expiryMonth = rules.month(month);
    int expiryYear = rules.year(year);
    rules.securityCode(fields.get("credit_card_cvv"));
    List<FieldProblem> problems = rules.problems();
    if (!problems.isEmpty()) throw new BadInput(problems);
    Address address = new Address(street, zipCode, city, state, country);
    Card card =
        new Card(
            fields.get("credit_card_number"),
            expiryMonth,
            expiryYear,
            fields.get("credit_card_cvv"));
    return new OrderRequest(idempotencyKey, shopper.id(), currencyCode, email, address, card);
  }
}
