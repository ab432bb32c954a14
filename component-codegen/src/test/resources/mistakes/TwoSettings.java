// expects: An implementation has one record of settings: a second in Kept(second). Move what it holds to the first.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ComponentSettings;

final class TwoSettings {
  @ComponentInterface
  interface Cart {}

  @ComponentSettings
  record First() {}

  @ComponentSettings
  record Second() {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(First first,
        Second second) {} // here
  }
}
