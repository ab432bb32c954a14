package dev.heddle.microservices;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.ad.Advertisement;
import java.util.List;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Advertisements over HTTP. */
interface AdExchange extends Ad {

  @Override
  @GetExchange("/advertisements")
  List<Advertisement> fitting(
      @RequestParam(name = "category", defaultValue = "") List<String> categories);
}
