package dev.heddle.boutique.recommendation;

import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.RandomSource;
import java.util.ArrayList;
import java.util.List;

/** Recommends at random from the catalog. */
@ComponentImplementation
final class RandomRecommendation implements Recommendation {
  private static final int SHOWN = 4;

  private final Catalog catalog;
  private final RandomSource random;

  RandomRecommendation(Catalog catalog, RandomSource random) {
    this.catalog = catalog;
    this.random = random;
  }

  @Override
  public List<String> recommend(List<String> productIds) {
    List<String> others = new ArrayList<>();
    for (Product product : catalog.list())
      if (!productIds.contains(product.id())) others.add(product.id());
    List<String> chosen = new ArrayList<>();
    while (chosen.size() < SHOWN && !others.isEmpty())
      chosen.add(others.remove(random.nextInt(others.size())));
    return List.copyOf(chosen);
  }
}
