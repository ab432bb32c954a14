package dev.heddle.boutique.catalog;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import java.util.List;

/** The products of the shop. */
@ComponentInterface
public interface Catalog {

  /** Every product, in the order in which a shop window shows them. */
  @Idempotent
  List<Product> list();

  /** The product with an id. */
  @Idempotent
  Product get(String productId) throws ProductNotFound;

  /**
   * Products whose name, description or categories contain every word of {@code query}, whatever
   * its case; all of them for a blank query.
   */
  @Idempotent
  List<Product> search(String query);
}
