// expects: An implementation's name is letters, digits and hyphens and begins with a letter: 'none' in Kept. Use another: configuration says 'none' for no implementation at all.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AReservedName {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation(name = "none")
  static final class Kept implements Cart {} // here
}
