package dev.heddle.sandbox.module;

/**
 * Why a module is refused.
 *
 * @param rule the rule that it breaks
 * @param found what was found in it
 * @param remedy what to do
 */
public record ModuleProblem(String rule, String found, String remedy) {
  @Override
  public String toString() {
    return rule + "; " + found + "; " + remedy;
  }
}
