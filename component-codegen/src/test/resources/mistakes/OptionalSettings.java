// expects: A component's settings are always there: an Optional in Kept(limits). Ask for the record, and make its parts Optional.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ComponentSettings;
import java.util.Optional;

final class OptionalSettings {
  @ComponentInterface
  interface Cart {}

  @ComponentSettings
  record Limits() {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(Optional<Limits> limits) {} // here
  }
}
