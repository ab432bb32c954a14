package shop;

import dev.heddle.component.ComponentInterface;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Inherits methods from a generic interface, and uses every other shape of message. */
@ComponentInterface(name = "ProductCatalog")
interface Catalog extends Lookup<String, Catalog.Product> {
  Page<Product> search(Query query);

  Map<Color, List<Optional<String>>> names(Set<Color> colors);

  enum Color {
    RED,
    DARK_GREEN
  }

  record Product(String sku, Optional<Color> color, Map<String, Money> prices) {}

  record Page<T>(List<T> items, Optional<Page<T>> next) {}

  sealed interface Query {}

  record ByText(String text, List<Integer> ratings) implements Query {}

  record And(Query left, Query right) implements Query {}
}
