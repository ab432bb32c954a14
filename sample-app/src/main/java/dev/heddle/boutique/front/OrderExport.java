package dev.heddle.boutique.front;

import dev.heddle.boutique.checkout.Checkout;
import dev.heddle.boutique.front.ApiViews.ApiOrder;
import dev.heddle.boutique.values.Order;
import dev.heddle.component.ValueStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A shopper's orders, a JSON object a line, each written as soon as it was read. */
@RestController
class OrderExport {
  private static final String LINES_OF_JSON = "application/x-ndjson";

  private final Checkout checkout;
  private final JsonMapper json;

  OrderExport(Checkout checkout, JsonMapper json) {
    this.checkout = checkout;
    this.json = json;
  }

  @GetMapping("/api/orders")
  void orders(Shopper shopper, HttpServletResponse response) throws IOException {
    response.setContentType(LINES_OF_JSON);
    OutputStream lines = response.getOutputStream();
    try (ValueStream<Order> orders = checkout.orders(shopper.id())) {
      for (Order order : orders) {
        lines.write(json.writeValueAsBytes(ApiOrder.of(order)));
        lines.write('\n');
      }
    }
  }
}
