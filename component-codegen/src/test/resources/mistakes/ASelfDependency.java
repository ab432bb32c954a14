// expects: A component does not depend on itself: mistakes.ASelfDependency.Cart in Kept(next). Call the method directly, or move what is shared to a component of its own.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class ASelfDependency {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(Cart next) {} // here
  }
}
