package dev.heddle.codegen;

import java.util.List;
import java.util.Optional;

/**
 * A record of settings, read and found free of errors.
 *
 * @param java the record
 * @param settings its components
 */
record SettingsRecord(TypeName java, List<Setting> settings) {

  /**
   * One component of the record.
   *
   * @param key its key in the configuration
   * @param type what is read, boxed; what an {@code Optional} is to hold
   * @param reading name of the constant of {@code SettingTypes} that reads it; empty for an enum
   * @param optional whether it is an {@code Optional}
   * @param fallback its default, as configuration would say it
   */
  record Setting(
      String name,
      String key,
      TypeName type,
      String reading,
      boolean optional,
      Optional<String> fallback) {}

  /** The generated class that reads it. */
  TypeName binding() {
    return TypeName.of(java.packageName(), ComponentReader.base(java) + "_Settings");
  }
}
