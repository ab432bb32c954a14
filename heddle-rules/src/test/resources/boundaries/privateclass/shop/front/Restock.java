// > A component is reached only through its interface and the types of its signatures.
// >   at shop.front.Restock (Restock.java:11)
// >   found: Method <shop.front.Restock.isStored(java.lang.Object)> checks instanceof <shop.cart.store.Stored>
// >   remedy: Use what the component's interface offers and make Stored package-private, or move it to a package that holds no component.
package shop.front;

import shop.cart.store.Stored;

final class Restock {
  boolean isStored(Object place) {
    return place instanceof Stored;
  }
}
