package dev.heddle.rules;

/**
 * One place where a boundary is crossed.
 *
 * @param rule the rule, as a sentence
 * @param place the class, with file and line where the class file knows them, as {@code
 *     shop.cart.PersistentCart (PersistentCart.java:12)}
 * @param found what stands there
 * @param remedy what to do instead
 */
public record Violation(String rule, String place, String found, String remedy) {

  /** Four lines: the rule, then indented the place, what was found, and the remedy. */
  @Override
  public String toString() {
    return rule + "\n  at " + place + "\n  found: " + found + "\n  remedy: " + remedy;
  }
}
