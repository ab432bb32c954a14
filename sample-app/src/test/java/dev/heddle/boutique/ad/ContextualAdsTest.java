package dev.heddle.boutique.ad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.boutique.SeededRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ContextualAdsTest {
  private final Ad ads = new ContextualAds(new SeededRandom(3));

  @Test
  void fitsTheCategories() {
    for (int i = 0; i < 50; i++)
      assertThat(ads.fitting(List.of("kitchen")))
          .extracting(Advertisement::productId)
          .containsExactlyInAnyOrder("9SIQT8TOJO", "6E92ZMYYFZ");
    assertThat(ads.fitting(List.of("footwear", "unheard of"))).hasSize(1);
    assertThat(ads.fitting(List.of("clothing", "tops"))).hasSize(1);
  }

  @Test
  void showsAnyTwoWithoutACategory() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      List<Advertisement> shown = ads.fitting(List.of());
      assertThat(shown).hasSize(2).doesNotHaveDuplicates();
      shown.forEach(ad -> seen.add(ad.productId()));
    }
    assertThat(seen).hasSize(8);
  }
}
