package client;

import dev.heddle.component.ComponentInterface;
import java.util.List;
import shop.Cart;
import shop.CartFull;
import shop.Money;

/** Uses types that come as class files. */
@ComponentInterface
interface Client {
  Cart.CartView view(List<Money> prices, Cart.LineItem item) throws CartFull;
}
