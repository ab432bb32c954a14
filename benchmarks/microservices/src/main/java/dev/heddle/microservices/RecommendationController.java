package dev.heddle.microservices;

import dev.heddle.boutique.recommendation.Recommendation;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Recommendation}. */
@RestController
final class RecommendationController implements RecommendationExchange {
  private final Recommendation recommendations;

  RecommendationController(Implementations implementations) {
    recommendations = implementations.of(Recommendation.class);
  }

  @Override
  public List<String> recommend(List<String> productIds) {
    return recommendations.recommend(productIds);
  }
}
