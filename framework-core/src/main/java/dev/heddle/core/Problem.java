package dev.heddle.core;

/**
 * Something that keeps an application from starting.
 *
 * @param rule what must hold
 * @param found what was found instead, and where
 * @param remedy what to do about it
 */
public record Problem(String rule, String found, String remedy) {

  @Override
  public String toString() {
    return rule + ": " + found + ". " + remedy;
  }
}
