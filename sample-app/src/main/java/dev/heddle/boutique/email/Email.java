package dev.heddle.boutique.email;

import dev.heddle.boutique.values.Order;
import dev.heddle.component.ComponentInterface;

/** Mail to customers. */
@ComponentInterface
public interface Email {

  /** Tells a customer that an order was placed. */
  void sendConfirmation(String address, Order order) throws AddressRejected;
}
