package dev.heddle.component.spi;

/**
 * How a setting is read from text.
 *
 * @param <T> what it is read into
 */
public interface SettingType<T> {

  /** What the text must be, to follow "set it to". */
  String expected();

  /**
   * The value of a text.
   *
   * @throws IllegalArgumentException when it is none of this type
   */
  T read(String text);
}
