package dev.heddle.boutique.catalog;

import dev.heddle.component.ComponentImplementation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A catalog that is part of the program. */
@ComponentImplementation
final class FixedCatalog implements Catalog {
  private final Map<String, Product> products = new LinkedHashMap<>();

  FixedCatalog() {
    for (Product product : Assortment.PRODUCTS) products.put(product.id(), product);
  }

  @Override
  public List<Product> list() {
    return Assortment.PRODUCTS;
  }

  @Override
  public Product get(String productId) throws ProductNotFound {
    Product product = products.get(productId);
    if (product == null) throw new ProductNotFound(productId);
    return product;
  }

  @Override
  public List<Product> search(String query) {
    String[] words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
    return list().stream().filter(product -> matches(product, words)).toList();
  }

  private static boolean matches(Product product, String[] words) {
    String text = product.name() + ' ' + product.description() + ' ' + product.categories();
    String searched = text.toLowerCase(Locale.ROOT);
    for (String word : words) if (!searched.contains(word)) return false;
    return true;
  }
}
