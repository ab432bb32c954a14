package dev.heddle.microservices;

import dev.heddle.boutique.cart.Cart;
import dev.heddle.boutique.cart.CartFull;
import dev.heddle.boutique.cart.CartView;
import dev.heddle.boutique.cart.QuantityOutOfRange;
import dev.heddle.boutique.values.LineItem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Carts over HTTP. */
interface CartExchange extends Cart {

  @Override
  @PostExchange("/carts/{userId}/lines")
  CartView add(@PathVariable String userId, @RequestBody LineItem item)
      throws QuantityOutOfRange, CartFull;

  @Override
  @GetExchange("/carts/{userId}")
  CartView get(@PathVariable String userId);

  @Override
  @DeleteExchange("/carts/{userId}/lines")
  void empty(@PathVariable String userId);
}
