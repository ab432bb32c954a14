// expects: An implementation that can run in a sandbox asks for components and capabilities: java.util.Optional in Kept(catalog). Write Optional<X>, where X is a component interface or a capability.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import java.util.Optional;

final class ARawOptional {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(Optional catalog) {} // here
  }
}
