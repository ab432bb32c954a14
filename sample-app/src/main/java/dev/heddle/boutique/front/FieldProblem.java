package dev.heddle.boutique.front;

/**
 * What is wrong with a field.
 *
 * @param field its name in the form
 * @param message the rule, what was found and what to do, for a person
 */
record FieldProblem(String field, String message) {
  private static final int SHOWN = 40;

  /** A text that somebody entered, in quotes and cut to what fits into a sentence. */
  static String quoted(String found) {
    return found.length() <= SHOWN ? "“" + found + "”" : "“" + found.substring(0, SHOWN) + "…”";
  }
}
