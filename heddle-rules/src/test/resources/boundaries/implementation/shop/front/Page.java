// > A component is reached only through its interface and the types of its signatures.
// >   at shop.front.Page (Page.java:11)
// >   found: Constructor <shop.front.Page.<init>()> calls constructor <shop.catalog.FileCatalog.<init>(shop.catalog.Shelf)>
// >   remedy: Take Catalog as a parameter of the constructor, and make FileCatalog package-private.
package shop.front;

import shop.catalog.Catalog;
import shop.catalog.FileCatalog;

final class Page {
  final Catalog catalog = new FileCatalog(null);
}
