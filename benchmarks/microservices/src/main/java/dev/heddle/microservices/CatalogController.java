package dev.heddle.microservices;

import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Catalog}. */
@RestController
final class CatalogController implements CatalogExchange {
  private final Catalog products;

  CatalogController(Implementations implementations) {
    products = implementations.of(Catalog.class);
  }

  @Override
  public List<Product> list() {
    return products.list();
  }

  @Override
  public Product get(String productId) throws ProductNotFound {
    return products.get(productId);
  }

  @Override
  public List<Product> search(String query) {
    return products.search(query);
  }
}
