// > Packages of components have no cycles.
// >   at shop.cart.PersistentCart (PersistentCart.java:25)
// >   found: shop.cart -> shop.catalog at shop.cart.PersistentCart (PersistentCart.java:25); shop.catalog -> shop.cart at shop.catalog.Stock (Stock.java:11)
// >   remedy: Move what both need to a package that holds no component, or let one side be told what it asks for; if they belong together, declare it: allowingCycle("shop.cart", "shop.catalog").
package shop.catalog;

import shop.cart.Cart;

record Stock(Cart cart) {
  long reserve(String productId) {
    return cart.add(productId).minor();
  }
}
