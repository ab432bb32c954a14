// expects: An implementation that can run in a sandbox asks for components and capabilities: java.util.Optional<java.util.Optional<mistakes.AnOptionalOptional.Catalog>> in Kept(catalog). Write Optional<X>, where X is a component interface or a capability.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import java.util.Optional;

final class AnOptionalOptional {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(Optional<Optional<Catalog>> catalog) {} // here
  }
}
