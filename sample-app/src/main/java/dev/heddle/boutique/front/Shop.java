package dev.heddle.boutique.front;

import dev.heddle.boutique.ad.Ad;
import dev.heddle.boutique.ad.Advertisement;
import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.CartView;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.Catalog;
import dev.heddle.boutique.catalog.Product;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.currency.Currency;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.recommendation.Recommendation;
import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.component.ComponentException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** What the shop's pages and its JSON interface have in common: the calls that they make. */
@Service
class Shop {
  private static final Logger LOG = LoggerFactory.getLogger(Shop.class);

  private final Ad ads;
  private final Cart carts;
  private final Catalog catalog;
  private final Currency currencies;
  private final Recommendation recommendations;
  private final Shipping shipping;

  Shop(
      Ad ads,
      Cart carts,
      Catalog catalog,
      Currency currencies,
      Recommendation recommendations,
      Shipping shipping) {
    this.ads = ads;
    this.carts = carts;
    this.catalog = catalog;
    this.currencies = currencies;
    this.recommendations = recommendations;
    this.shipping = shipping;
  }

  List<String> currencies() {
    return currencies.supported();
  }

  /** A currency that the shop takes. */
  String currency(String code) throws UnknownCurrency {
    if (currencies.supported().contains(code)) return code;
    throw new UnknownCurrency(code);
  }

  /** Every product, each price converted by a call of its own. */
  List<PricedProduct> products(String currencyCode) throws UnknownCurrency {
    List<PricedProduct> priced = new ArrayList<>();
    for (Product product : catalog.list()) priced.add(priced(product, currencyCode));
    return priced;
  }

  PricedProduct product(String productId, String currencyCode)
      throws ProductNotFound, UnknownCurrency {
    return priced(catalog.get(productId), currencyCode);
  }

  int cartSize(Shopper shopper) {
    return carts.get(shopper.userId()).size();
  }

  CartPage cart(Shopper shopper, String currencyCode) throws ProductNotFound, UnknownCurrency {
    CartView cart = carts.get(shopper.userId());
    Money shippingCost = currencies.convert(shipping.quote(cart.lines()), currencyCode);
    Money total = shippingCost;
    List<CartLine> lines = new ArrayList<>();
    for (LineItem item : cart.lines()) {
      PricedProduct priced = product(item.productId(), currencyCode);
      Money cost = priced.price().times(item.quantity());
      lines.add(new CartLine(priced.product(), item.quantity(), cost));
      total = total.plus(cost);
    }
    return new CartPage(List.copyOf(lines), shippingCost, total);
  }

  void addToCart(Shopper shopper, String productId, int quantity)
      throws ProductNotFound, QuantityOutOfRange, CartFull {
    if (quantity < 1 || quantity > Cart.MOST_ADDED) {
      throw new QuantityOutOfRange(quantity, 1, Cart.MOST_ADDED);
    }
    Product product = catalog.get(productId);
    carts.add(shopper.userId(), new LineItem(product.id(), quantity));
  }

  void emptyCart(Shopper shopper) {
    carts.empty(shopper.userId());
  }

  List<Product> recommended(List<String> productIds) throws ProductNotFound {
    List<Product> products = new ArrayList<>();
    for (String id : recommendations.recommend(productIds)) products.add(catalog.get(id));
    return products;
  }

  /** Advertisements for a page, or none: a page is no worse without. */
  List<Advertisement> advertisements(List<String> categories) {
    try {
      return ads.fitting(categories);
    } catch (ComponentException missing) {
      LOG.debug("A page goes without advertisements: {}", missing.getMessage());
      return List.of();
    }
  }

  private PricedProduct priced(Product product, String currencyCode) throws UnknownCurrency {
    return new PricedProduct(product, currencies.convert(product.price(), currencyCode));
  }
}
