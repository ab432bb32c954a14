package dev.heddle.boutique.recommendation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.SeededRandom;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.values.Money;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomRecommendationTest {
  private final Recommendation recommendation =
      new RandomRecommendation(new Numbered(6), new SeededRandom(5));

  @Test
  void recommendsFourOthersInTime() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      List<String> recommended = recommendation.recommend(List.of("P0", "unheard of"));
      assertThat(recommended).hasSize(4).doesNotHaveDuplicates().doesNotContain("P0");
      seen.addAll(recommended);
    }
    assertThat(seen).hasSize(5);
  }

  @Test
  void recommendsWhatIsLeft() {
    assertThat(recommendation.recommend(List.of("P0", "P1", "P2", "P3", "P4")))
        .containsExactly("P5");
    assertThat(recommendation.recommend(List.of("P0", "P1", "P2", "P3", "P4", "P5"))).isEmpty();
  }

  /** Products P0, P1 and so on. */
  private record Numbered(int count) implements Catalog {
    @Override
    public List<Product> list() {
      return IntStream.range(0, count)
          .mapToObj(i -> new Product("P" + i, "n", "d", List.of("c"), new Money("USD", 1, 0)))
          .toList();
    }

    @Override
    public Product get(String productId) throws ProductNotFound {
      throw new ProductNotFound(productId);
    }

    @Override
    public List<Product> search(String query) {
      return List.of();
    }
  }
}
