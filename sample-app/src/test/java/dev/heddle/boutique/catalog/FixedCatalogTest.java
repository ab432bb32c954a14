package dev.heddle.boutique.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FixedCatalogTest {
  private final Catalog catalog = new FixedCatalog();

  @Test
  void sellsTheNineKnownProducts() {
    assertThat(catalog.list())
        .extracting(Product::id)
        .containsExactlyInAnyOrder(
            "OLJCESPC7Z",
            "66VCHSJNUP",
            "1YMWWN1N4O",
            "L9ECAV7KIM",
            "2ZYFJ3GM2N",
            "0PUK6V6EV0",
            "LS4PSXUNUM",
            "9SIQT8TOJO",
            "6E92ZMYYFZ");
  }

  @Test
  void findsAProductById() throws ProductNotFound {
    assertThat(catalog.get("6E92ZMYYFZ").name()).isEqualTo("Mug");
  }

  @Test
  void saysWhichProductItDoesNotHave() {
    assertThatThrownBy(() -> catalog.get("NOPE"))
        .isInstanceOfSatisfying(
            ProductNotFound.class, unknown -> assertThat(unknown.productId()).isEqualTo("NOPE"));
  }

  @Test
  void searchesForEveryWordWhateverItsCase() {
    assertThat(catalog.search("STONEWARE mug"))
        .extracting(Product::id)
        .containsExactly("6E92ZMYYFZ");
    assertThat(catalog.search("kitchen")).hasSize(3);
    assertThat(catalog.search("submarine")).isEmpty();
    assertThat(catalog.search("  ")).hasSize(9);
  }
}
