package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The shop over HTTP, its records as JSON. */
@RestController
final class RestShop {
  private final Shop shop = new PlainShop();

  /** What is to be added. */
  record Summands(int one, int other) {}

  /** What came out. */
  record Sum(int sum) {}

  @PostMapping("/add")
  Sum add(@RequestBody Summands summands) {
    return new Sum(shop.add(summands.one(), summands.other()));
  }

  @PostMapping("/place")
  Shop.Receipt place(@RequestBody Order order) {
    return shop.place(order);
  }
}
