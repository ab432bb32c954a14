package dev.heddle.microservices;

import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** The products over HTTP. */
interface CatalogExchange extends Catalog {

  @Override
  @GetExchange("/products")
  List<Product> list();

  @Override
  @GetExchange("/products/{productId}")
  Product get(@PathVariable String productId) throws ProductNotFound;

  @Override
  @GetExchange("/search")
  List<Product> search(@RequestParam("q") String query);
}
