// expects: An implementation that can run in a sandbox asks for components and capabilities: java.io.File in Kept(folder). Mark the interface @Capability, or say @ComponentImplementation(runtime = Runtime.JVM).
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AnUngrantedDependency {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(java.io.File folder) {} // here
  }
}
