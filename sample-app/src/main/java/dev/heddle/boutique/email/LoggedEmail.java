package dev.heddle.boutique.email;

import dev.heddle.boutique.checkout.OrderPlaced;
import dev.heddle.boutique.values.Order;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;

/** Says in the log which mail it would send. */
@ComponentImplementation
final class LoggedEmail implements Email {
  private final EmailSettings settings;
  private final KeyValueStore confirmed;
  private final Log log;

  LoggedEmail(EmailSettings settings, KeyValueStore confirmed, Log log) {
    this.settings = settings;
    this.confirmed = confirmed;
    this.log = log;
  }

  @Override
  public void confirm(OrderPlaced placed) throws AddressRejected {
    String key = "confirmed/" + placed.order().orderId();
    if (confirmed.get(key).isPresent()) return;
    send(placed.email(), placed.order());
    confirmed.put(key, new byte[0]);
  }

  private void send(String address, Order order) throws AddressRejected {
    int at = address.indexOf('@');
    if (at < 1 || at != address.lastIndexOf('@') || at == address.length() - 1)
      throw new AddressRejected("an address has the form name@domain");
    log.info(
        "Mail from "
            + settings.from()
            + " to "
            + address.charAt(0)
            + "***"
            + address.substring(at)
            + ": your order "
            + order.orderId()
            + " of "
            + order.lines().size()
            + " products is on its way, tracking id "
            + order.trackingId());
  }
}
