// expects: An implementation implements exactly one component interface: none in Kept. Mark its interface with @ComponentInterface.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class NoComponent {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept {} // here
}
