package dev.heddle.component.spi;

import java.util.Optional;

/** Hands an implementation what its constructor asks for. */
public interface Dependencies {

  /**
   * The value for a constructor parameter that is no {@code Optional}.
   *
   * @param index the parameter's position, from 0
   * @param type its declared type
   */
  <T> T get(int index, Class<T> type);

  /**
   * The value for a constructor parameter that is an {@code Optional}.
   *
   * @param index the parameter's position, from 0
   * @param type what the {@code Optional} is to hold
   */
  <T> Optional<T> optional(int index, Class<T> type);
}
