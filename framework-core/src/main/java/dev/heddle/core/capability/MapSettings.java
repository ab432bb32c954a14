package dev.heddle.core.capability;

import dev.heddle.component.capability.Settings;
import java.util.Map;
import java.util.Optional;

/** Settings that were read beforehand. */
public final class MapSettings implements Settings {
  private final Map<String, String> values;

  /** Copies the values. */
  public MapSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  @Override
  public Map<String, String> all() {
    return values;
  }
}
