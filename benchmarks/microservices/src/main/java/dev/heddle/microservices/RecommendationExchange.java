package dev.heddle.microservices;

import dev.heddle.boutique.recommendation.Recommendation;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Recommendations over HTTP. */
interface RecommendationExchange extends Recommendation {

  @Override
  @GetExchange("/recommendations")
  List<String> recommend(
      @RequestParam(name = "besides", defaultValue = "") List<String> productIds);
}
