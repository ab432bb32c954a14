package dev.heddle.boutique.front;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of the checkout form. Collects every field that breaks one. */
final class CheckoutRules {
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,100}");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}.]+(\\.[^@\\s\\p{Cntrl}.]+)+");
  private static final Pattern SECURITY_CODE = Pattern.compile("[0-9]{3}");

  private final List<FieldProblem> problems = new ArrayList<>();

  List<FieldProblem> problems() {
    return problems;
  }

  void key(String value) {
    if (!KEY.matcher(value).matches())
      refuse(
          "idempotency_key",
          "The form's key is 1 to 100 letters, digits, dashes or underscores; reload the cart");
  }

  void email(String value) {
    if (value.length() > 254 || !EMAIL.matcher(value).matches())
      refuse("email", "Enter an email address such as name@example.com" + found(value));
  }

  void text(String field, String what, String value, int least, int most) {
    if (value.length() < least) refuse(field, "Enter " + what);
    else if (value.length() > most)
      refuse(field, "Enter " + what + " of at most " + most + " characters, not " + value.length());
    else if (value.chars().anyMatch(Character::isISOControl))
      refuse(field, "Enter " + what + " on one line, without control characters");
  }

  int month(String value) {
    return number("credit_card_expiration_month", "a month from 1 to 12", value, 1, 12);
  }

  int year(String value) {
    return number("credit_card_expiration_year", "a year of four digits", value, 1000, 9999);
  }

  /** The code itself is secret, so it is not repeated. */
  void securityCode(String value) {
    if (!SECURITY_CODE.matcher(value).matches())
      refuse("credit_card_cvv", "Enter the 3 digits of the card's security code (CVV)");
  }

  private int number(String field, String what, String value, int least, int most) {
    int number = value.matches("[0-9]{1,4}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) refuse(field, "Choose " + what + found(value));
    return number;
  }

  private static String found(String value) {
    return value.isEmpty() ? "" : ", not " + FieldProblem.quoted(value);
  }

  private void refuse(String field, String message) {
    problems.add(new FieldProblem(field, message));
  }
}
