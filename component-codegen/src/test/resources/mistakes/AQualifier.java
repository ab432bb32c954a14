// expects: A dependency names a component, never one of its implementations: @Named in Kept(catalog). Choose the implementation by heddle.components.NAME.implementation; a component that needs two at once asks for two component interfaces that extend a common one.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class AQualifier {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @interface Named {
    String value();
  }

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(@Named("old") Catalog catalog) {} // here
  }
}
