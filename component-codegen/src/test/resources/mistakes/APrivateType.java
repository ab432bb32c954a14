// expects: Generated code must be able to name every type: mistakes.APrivateType.Item is not visible from package mistakes in Cart.put(item). Make it, and what it is nested in, public, or move it to that package.
package mistakes;

import dev.heddle.component.ComponentInterface;

final class APrivateType {
  @ComponentInterface
  interface Cart {
    void put(Item item); // here
  }

  private record Item() {}
}
