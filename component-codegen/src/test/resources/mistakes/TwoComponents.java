// expects: An implementation implements exactly one component interface: Cart and Catalog in Kept. Write a class for each.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class TwoComponents {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart, Catalog {} // here
}
