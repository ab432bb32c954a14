package dev.heddle.boutique.email;

import dev.heddle.boutique.checkout.OrderPlaced;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Subscribe;

/** Mail to customers. */
@ComponentInterface
public interface Email {

  /** Tells a customer that an order was placed; once, however often it is told itself. */
  @Subscribe
  void confirm(OrderPlaced placed) throws AddressRejected;
}
