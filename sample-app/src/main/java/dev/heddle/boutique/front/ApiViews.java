package dev.heddle.boutique.front;

import dev.heddle.boutique.ad.Advertisement;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Order;
import java.util.List;
import java.util.Optional;

/** The shapes of the JSON that leaves the shop. */
final class ApiViews {
  private ApiViews() {}

  record ApiHome(String currencyCode, List<ApiProduct> products, Optional<Advertisement> ad) {}

  record ApiProductPage(ApiProduct product, List<String> recommended, Optional<Advertisement> ad) {}

  record ApiProduct(
      String id,
      String name,
      String description,
      String picture,
      List<String> categories,
      Money price) {
    static ApiProduct of(Offer offer) {
      return new ApiProduct(
          offer.product().id(),
          offer.product().name(),
          offer.product().description(),
          "/images/" + offer.product().id() + ".svg",
          offer.product().categories(),
          offer.price());
    }
  }

  record ApiLine(String productId, int quantity, Money unitPrice, Money cost) {}

  record ApiCart(List<ApiLine> lines, Money shippingCost, Money total) {
    static ApiCart of(CartContents cart) {
      return new ApiCart(
          cart.lines().stream()
              .map(
                  line ->
                      new ApiLine(line.product().id(), line.quantity(), line.price(), line.cost()))
              .toList(),
          cart.shipping(),
          cart.total());
    }
  }

  record ApiOrder(
      String orderId,
      String trackingId,
      String transactionId,
      List<ApiLine> lines,
      Money shippingCost,
      Money total) {
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
                          line.unitPrice(),
                          line.cost()))
              .toList(),
          order.shippingCost(),
          order.total());
    }
  }
}
