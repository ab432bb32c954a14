package dev.heddle.microservices;

import dev.heddle.boutique.cartcache.CartCache;
import dev.heddle.boutique.cartcache.StoredCart;
import dev.heddle.boutique.values.LineItem;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Stored carts over HTTP. */
interface CartCacheExchange extends CartCache {

  @Override
  @GetExchange("/carts/{userId}")
  StoredCart get(@PathVariable String userId);

  @Override
  @PutExchange("/carts/{userId}/after/{expectedVersion}")
  boolean replace(
      @PathVariable String userId,
      @PathVariable long expectedVersion,
      @RequestBody List<LineItem> lines);
}
