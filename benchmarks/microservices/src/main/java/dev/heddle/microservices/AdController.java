package dev.heddle.microservices;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.ad.Advertisement;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Ad}. */
@RestController
final class AdController implements AdExchange {
  private final Ad ads;

  AdController(Implementations implementations) {
    ads = implementations.of(Ad.class);
  }

  @Override
  public List<Advertisement> fitting(List<String> categories) {
    return ads.fitting(categories);
  }
}
