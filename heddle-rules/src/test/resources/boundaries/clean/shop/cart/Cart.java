package shop.cart;

import dev.heddle.component.ComponentInterface;
import shop.values.Money;

@ComponentInterface
public interface Cart {
  Money add(String productId);
}
