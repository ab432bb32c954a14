package dev.heddle.wasm;

/**
 * Why an implementation cannot run in a sandbox.
 *
 * @param rule what holds of all sandboxable code
 * @param place where it does not: class, method, file and line as far as they are known
 * @param found what stands there
 * @param remedy what to do about it
 */
public record Problem(String rule, String place, String found, String remedy) {
  @Override
  public String toString() {
    return rule + "\n    at " + place + "\n    found: " + found + "\n    remedy: " + remedy;
  }
}
