package dev.heddle.component.spi;

import java.util.List;

/**
 * Reads settings into a record. Generated, one class a record.
 *
 * @param <R> the record
 */
public interface SettingsBinding<R> {

  /** The record. */
  Class<R> type();

  /** Keys of its settings, in the order of its components. */
  List<String> keys();

  /**
   * The settings.
   *
   * @throws InvalidSettingsException with all that is wrong
   */
  R bind(SettingValues values);
}
