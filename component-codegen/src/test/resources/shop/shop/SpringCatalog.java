package shop;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.Runtime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

@ComponentImplementation(runtime = Runtime.JVM)
class SpringCatalog implements Catalog {
  private final Supplier<List<Product>> products;

  SpringCatalog(Supplier<List<Product>> products) {
    this.products = products;
  }

  @Override
  public Optional<Product> find(String sku) {
    return products.get().stream().filter(product -> product.sku().equals(sku)).findFirst();
  }

  @Override
  public Page<Product> search(Query query) {
    return new Page<>(products.get(), Optional.empty());
  }

  @Override
  public Map<Color, List<Optional<String>>> names(Set<Color> colors) {
    return Map.of();
  }
}
