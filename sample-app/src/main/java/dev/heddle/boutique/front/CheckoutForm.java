package dev.heddle.boutique.front;

import dev.heddle.boutique.checkout.OrderRequest;
import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.values.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The checkout form as somebody filled it in, by the names of its fields.
 *
 * @param key tells two orders from one that was sent twice
 */
record CheckoutForm(String key, Map<String, String> values) {
  static final String KEY = "idempotency_key";
  private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

  /** A field: its name, what a person calls it, and how long it may be. */
  private record Field(String name, String label, int longest) {}

  private static final List<Field> FIELDS =
      List.of(
          new Field("email", "Email", 254),
          new Field("street_address", "Street address", 100),
          new Field("zip_code", "Postal code", 16),
          new Field("city", "City", 100),
          new Field("state", "State", 64),
          new Field("country", "Country", 100),
          new Field("credit_card_number", "Card number", 32),
          new Field("credit_card_expiration_month", "Expiry month", 2),
          new Field("credit_card_expiration_year", "Expiry year", 4),
          new Field("credit_card_cvv", "Security code", 4));

  private static final List<String> NEVER_SHOWN = List.of("credit_card_number", "credit_card_cvv");

  CheckoutForm {
    values = Map.copyOf(values);
  }

  /** A form that nobody filled in yet. */
  static CheckoutForm blank(String key) {
    return new CheckoutForm(key, Map.of());
  }

  /** What was sent; {@code fresh} is the key for a sender that gives none. */
  static CheckoutForm sent(Map<String, String> parameters, String fresh) {
    String key = parameters.getOrDefault(KEY, "");
    return new CheckoutForm(KEY_FORM.matcher(key).matches() ? key : fresh, parameters);
  }

  /** What to show in a field again; nothing of a card's number or security code. */
  public String shown(String field) {
    return NEVER_SHOWN.contains(field) ? "" : value(field);
  }

  /** Everything that is wrong with what was filled in, in words. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Field field : FIELDS) {
      String value = value(field.name());
      if (value.isEmpty() && !field.name().equals("state")) {
        problems.add(field.label() + " is missing.");
      } else if (value.length() > field.longest()) {
        problems.add(field.label() + " is longer than " + field.longest() + " characters.");
      } else if (value.chars().anyMatch(Character::isISOControl)) {
        problems.add(field.label() + " has characters that cannot be printed.");
      }
    }
    if (!problems.isEmpty()) return problems;
    if (!EMAIL.matcher(value("email")).matches()) {
      problems.add("Email is not an address like name@example.org.");
    }
    checkNumber(problems, "credit_card_expiration_month", "Expiry month", 1, 12);
    checkNumber(problems, "credit_card_expiration_year", "Expiry year", 2000, 9999);
    return problems;
  }

  /** The order; only for a form without problems. */
  OrderRequest order(Shopper shopper, String currencyCode) {
    return new OrderRequest(
        key,
        shopper.userId(),
        currencyCode,
        value("email"),
        new Address(
            value("street_address"),
            value("zip_code"),
            value("city"),
            value("state"),
            value("country")),
        new Card(
            value("credit_card_number"),
            Integer.parseInt(value("credit_card_expiration_month")),
            Integer.parseInt(value("credit_card_expiration_year")),
            value("credit_card_cvv")));
  }

  private void checkNumber(List<String> problems, String field, String label, int least, int most) {
    try {
      int number = Integer.parseInt(value(field));
      if (number >= least && number <= most) return;
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    problems.add(label + " is a number from " + least + " to " + most + ".");
  }

  private String value(String field) {
    return values.getOrDefault(field, "").strip();
  }
}
