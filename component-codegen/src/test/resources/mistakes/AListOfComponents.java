// expects: An implementation that can run in a sandbox asks for components and capabilities: java.util.List<mistakes.AListOfComponents.Catalog> in Kept(catalog). Ask for each by a parameter of its own: a component has one implementation at a time.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import java.util.List;

final class AListOfComponents {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(List<Catalog> catalog) {} // here
  }
}
