// > A component is reached only through its interface and the types of its signatures.
// >   at shop.front.Index (Index.java:11)
// >   found: Method <shop.front.Index.name()> calls constructor <shop.cart.Cart_Descriptor.<init>()>
// >   remedy: Name the component's interface: generated types are the framework's alone.
package shop.front;

import shop.cart.Cart_Descriptor;

final class Index {
  Object name() {
    return new Cart_Descriptor();
  }
}
