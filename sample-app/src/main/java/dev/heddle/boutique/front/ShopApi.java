package dev.heddle.boutique.front;

import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.catalog.ProductNotFound;
import dev.heddle.boutique.checkout.EmptyCart;
import dev.heddle.boutique.currency.UnknownCurrency;
import dev.heddle.boutique.front.ApiViews.ApiAd;
import dev.heddle.boutique.front.ApiViews.ApiCart;
import dev.heddle.boutique.front.ApiViews.ApiHome;
import dev.heddle.boutique.front.ApiViews.ApiOrder;
import dev.heddle.boutique.front.ApiViews.ApiProduct;
import dev.heddle.boutique.front.ApiViews.ApiProductPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The pages' routes once more under /api: JSON in, JSON out, faults as problem details. */
@RestController
@RequestMapping("/api")
class ShopApi {
  private final Storefront storefront;
  private final Basket basket;
  private final Till till;

  ShopApi(Storefront storefront, Basket basket, Till till) {
    this.storefront = storefront;
    this.basket = basket;
    this.till = till;
  }

  @GetMapping({"", "/"})
  ApiHome home(@RequestParam(name = "q", defaultValue = "") String query, Shopper shopper)
      throws UnknownCurrency {
    String currency = storefront.currencyOf(shopper);
    List<ApiProduct> products =
        storefront.offers(query, currency).stream().map(ApiProduct::of).toList();
    return new ApiHome(currency, products, storefront.advertisement(List.of()).map(ApiAd::of));
  }

  @GetMapping("/product/{id}")
  ApiProductPage product(@PathVariable String id, Shopper shopper)
      throws ProductNotFound, UnknownCurrency {
    Offer offer = storefront.offer(id, storefront.currencyOf(shopper));
    return new ApiProductPage(
        ApiProduct.of(offer),
        storefront.recommended(List.of(id)).stream().map(product -> product.id()).toList(),
        storefront.advertisement(offer.product().categories()).map(ApiAd::of));
  }

  @GetMapping("/cart")
  ApiCart cart(Shopper shopper) throws ProductNotFound, UnknownCurrency {
    return ApiCart.of(basket.contents(shopper, storefront.currencyOf(shopper)));
  }

  @PostMapping("/cart")
  ApiCart add(@RequestBody Map<String, @Nullable Object> body, Shopper shopper)
      throws ProductNotFound, UnknownCurrency, QuantityOutOfRange, CartFull {
    basket.add(shopper, Fields.of(body));
    return cart(shopper);
  }

  @PostMapping("/cart/empty")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void empty(Shopper shopper) {
    basket.empty(shopper);
  }

  @PostMapping("/cart/checkout")
  @ResponseStatus(HttpStatus.CREATED)
  ApiOrder checkout(@RequestBody Map<String, @Nullable Object> body, Shopper shopper)
      throws EmptyCart, ProductNotFound, UnknownCurrency {
    Fields fields = Fields.of(body);
    return ApiOrder.of(till.order(shopper, CheckoutForm.of(fields), fields));
  }

  @GetMapping("/currencies")
  List<String> currencies() {
    return storefront.currencies();
  }

  @PostMapping("/setCurrency")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setCurrency(
      @RequestBody Map<String, @Nullable Object> body,
      HttpServletRequest request,
      HttpServletResponse response)
      throws UnknownCurrency {
    String code = Fields.of(body).get("currency_code");
    if (!storefront.currencies().contains(code)) throw new UnknownCurrency(code);
    ShopperCookies.rememberCurrency(code, request, response);
  }

  @GetMapping("/logout")
  ResponseEntity<Void> logout(HttpServletRequest request, HttpServletResponse response) {
    ShopperCookies.forget(request, response);
    return ResponseEntity.noContent().build();
  }
}
