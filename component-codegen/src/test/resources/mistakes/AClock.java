// expects: An implementation that can run in a sandbox asks for components and capabilities: java.time.Clock in Kept(clock). Ask for java.time.InstantSource.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AClock {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(java.time.Clock clock) {} // here
  }
}
