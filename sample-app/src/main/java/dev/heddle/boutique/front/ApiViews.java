package dev.heddle.boutique.front;

import dev.heddle.boutique.ad.Advertisement;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Order;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The shapes of the JSON that leaves the shop. */
final class ApiViews {
  private ApiViews() {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiMoney(String currencyCode, long units, int nanos) {
    static ApiMoney of(Money money) {
      return new ApiMoney(money.currencyCode(), money.units(), money.nanos());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiAd(String productId, String text) {
    static ApiAd of(Advertisement ad) {
      return new ApiAd(ad.productId(), ad.text());
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiHome(String currencyCode, List<ApiProduct> products, Optional<ApiAd> ad) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiProductPage(ApiProduct product, List<String> recommended, Optional<ApiAd> ad) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiProduct(
      String id,
      String name,
      String description,
      String picture,
      List<String> categories,
      ApiMoney price) {
    static ApiProduct of(Offer offer) {
      return new ApiProduct(
          offer.product().id(),
          offer.product().name(),
          offer.product().description(),
          "/images/" + offer.product().id() + ".svg",
          offer.product().categories(),
          ApiMoney.of(offer.price()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiLine(String productId, int quantity, ApiMoney unitPrice, ApiMoney cost) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiCart(List<ApiLine> lines, ApiMoney shippingCost, ApiMoney total) {
    static ApiCart of(CartContents cart) {
      return new ApiCart(
          cart.lines().stream()
              .map(
                  line ->
                      new ApiLine(
                          line.product().id(),
                          line.quantity(),
                          ApiMoney.of(line.price()),
                          ApiMoney.of(line.cost())))
              .toList(),
          ApiMoney.of(cart.shipping()),
          ApiMoney.of(cart.total()));
    }
  }

  @JsonNaming(SnakeCaseStrategy.class)
  record ApiOrder(
      String orderId,
      String trackingId,
      String transactionId,
      List<ApiLine> lines,
      ApiMoney shippingCost,
      ApiMoney total) {
    static ApiOrder of(Order order) {
      return new ApiOrder(
          order.orderId(),
          order.trackingId(),
          order.transactionId(),
          order.lines().stream()
              .map(
                  line ->
                      new ApiLine(
                          line.item().productId(),
                          line.item().quantity(),
                          ApiMoney.of(line.unitPrice()),
                          ApiMoney.of(line.cost())))
              .toList(),
          ApiMoney.of(order.shippingCost()),
          ApiMoney.of(order.total()));
    }
  }
}
