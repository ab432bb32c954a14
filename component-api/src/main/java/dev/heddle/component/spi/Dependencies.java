package dev.heddle.component.spi;

/** Hands an implementation what its constructor asks for. */
public interface Dependencies {

  /**
   * The value for a constructor parameter.
   *
   * @param index the parameter's position, from 0
   * @param type its declared type
   */
  <T> T get(int index, Class<T> type);
}
