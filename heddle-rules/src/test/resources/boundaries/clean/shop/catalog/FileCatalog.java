package shop.catalog;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.Runtime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.springframework.stereotype.Service;

@Service
@ComponentImplementation(runtime = Runtime.JVM)
public class FileCatalog implements Catalog {
  private static int reads;
  private final Shelf shelf;

  public FileCatalog(Shelf shelf) {
    this.shelf = shelf;
  }

  @Override
  public List<Product> list() {
    try {
      reads++;
      Files.readString(shelf.file());
      return List.of();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public Product find(String id) throws NoSuchProduct {
    throw new NoSuchProduct(id + reads);
  }
}
