package dev.heddle.boutique.front;

/** Reads the quantity that somebody typed. */
final class Quantity {
  private Quantity() {}

  static int parse(String typed) throws NotANumber {
    try {
      return Integer.parseInt(typed.strip());
    } catch (NumberFormatException notOne) {
      throw new NotANumber(typed);
    }
  }

  /** What was typed is no whole number. */
  static final class NotANumber extends Exception {
    private static final long serialVersionUID = 1L;

    NotANumber(String typed) {
      super(
          "A quantity is a whole number, not '"
              + (typed.length() <= 20 ? typed : typed.substring(0, 20) + "...")
              + "'");
    }
  }
}
