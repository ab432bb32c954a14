package shop;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import shop.catalog.Catalog;
import shop.catalog.FileCatalog;
import shop.catalog.Shelf;

@Configuration(proxyBeanMethods = false)
class ShopConfiguration {
  @Bean
  Catalog catalog() {
    return new FileCatalog(new Shelf(Path.of("catalog.txt")));
  }
}
