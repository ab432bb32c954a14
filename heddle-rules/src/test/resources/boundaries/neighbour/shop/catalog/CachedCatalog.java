// > A component is reached only through its interface and the types of its signatures.
// >   at shop.catalog.CachedCatalog (CachedCatalog.java:14)
// >   found: Method <shop.catalog.CachedCatalog.refresh()> calls method <shop.catalog.FileCatalog.list()>
// >   remedy: Take Catalog as a parameter of the constructor, and make FileCatalog package-private.
package shop.catalog;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class CachedCatalog implements Catalog {
  public Product find(String id) { return null; }
  public java.util.List<Product> list() { return java.util.List.of(); }

  void refresh() { ((FileCatalog) (Object) this).list(); }
}
