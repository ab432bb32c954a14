package shop.catalog;

import dev.heddle.component.ComponentInterface;
import java.util.List;

@ComponentInterface
public interface Catalog {
  List<Product> list();

  Product find(String id) throws NoSuchProduct;
}
