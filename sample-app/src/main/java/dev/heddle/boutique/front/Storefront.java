package dev.heddle.boutique.front;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.ad.Advertisement;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.recommendation.Recommendation;
import dev.heddle.component.ComponentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What there is to see in the shop, priced in a currency. */
@Service
class Storefront {
  private static final Logger LOG = LoggerFactory.getLogger(Storefront.class);
  private static final String DEFAULT_CURRENCY = "USD";

  private final Ad ads;
  private final Catalog catalog;
  private final Currency currency;
  private final Recommendation recommendation;

  Storefront(Ad ads, Catalog catalog, Currency currency, Recommendation recommendation) {
    this.ads = ads;
    this.catalog = catalog;
    this.currency = currency;
    this.recommendation = recommendation;
  }

  List<String> currencies() {
    return currency.supported();
  }

  /** The shopper's currency; the shop's own when the cookie names one that we do not take. */
  String currencyOf(Shopper shopper) {
    return currencyOf(shopper, currencies());
  }

  static String currencyOf(Shopper shopper, List<String> currencies) {
    return currencies.contains(shopper.currency()) ? shopper.currency() : DEFAULT_CURRENCY;
  }

  List<Offer> offers(String query, String currencyCode) throws UnknownCurrency {
    List<Offer> offers = new ArrayList<>();
    List<Product> products = query.isBlank() ? catalog.list() : catalog.search(query);
    for (Product product : products) offers.add(offer(product, currencyCode));
    return offers;
  }

  Offer offer(String productId, String currencyCode) throws ProductNotFound, UnknownCurrency {
    return offer(catalog.get(productId), currencyCode);
  }

  Product product(String productId) throws ProductNotFound {
    return catalog.get(productId);
  }

  /** Other products; none when the component that knows them does not answer. */
  List<Product> recommended(List<String> besides) throws ProductNotFound {
    List<Product> products = new ArrayList<>();
    for (String productId : recommendedIds(besides)) products.add(catalog.get(productId));
    return products;
  }

  /** An advertisement, if one comes in time. */
  Optional<Advertisement> advertisement(List<String> categories) {
    try {
      return ads.fitting(categories).stream().findFirst();
    } catch (ComponentException failed) {
      LOG.debug("No advertisement: {}", failed.getMessage());
      return Optional.empty();
    }
  }

  private Offer offer(Product product, String currencyCode) throws UnknownCurrency {
    return new Offer(product, currency.convert(product.price(), currencyCode));
  }

  private List<String> recommendedIds(List<String> besides) {
    try {
      return recommendation.recommend(besides);
    } catch (ComponentException failed) {
      LOG.warn("No recommendations: {}", failed.getMessage());
      return List.of();
    }
  }
}
