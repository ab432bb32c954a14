// expects: @ComponentImplementation marks a class that generated code can construct: an abstract class in Kept. Make it a concrete class, at least package-private; static when it is nested.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AnAbstractImplementation {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  abstract static class Kept implements Cart {} // here
}
