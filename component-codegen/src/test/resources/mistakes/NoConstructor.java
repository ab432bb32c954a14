// expects: An implementation has exactly one constructor that its package can call: none in Kept. Keep the one whose parameters are what the component needs.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class NoConstructor {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart { // here
    private Kept() {}
  }
}
