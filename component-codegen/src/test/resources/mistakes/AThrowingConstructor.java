// expects: An implementation's constructor declares no exceptions: throws java.io.IOException in Kept. Do the work that may fail in the component's methods.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AThrowingConstructor {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept() throws java.io.IOException {} // here
  }
}
