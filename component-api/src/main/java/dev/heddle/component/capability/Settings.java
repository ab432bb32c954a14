package dev.heddle.component.capability;

import dev.heddle.component.Capability;
import java.util.Map;
import java.util.Optional;

/**
 * A component's own settings: what stands under {@code heddle.components.NAME.settings} in the
 * application's configuration. They do not change while the application runs.
 */
@Capability
public interface Settings {

  /** The value of a setting, empty when it is not set. */
  Optional<String> get(String key);

  /** All settings of this component. */
  Map<String, String> all();
}
