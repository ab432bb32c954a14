package dev.heddle.microservices;

import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Quotes and shipments over HTTP. Public, because Spring calls its default method. */
public interface ShippingExchange extends Shipping {

  /** What goes where. */
  record Shipment(Address address, List<LineItem> items) {}

  @Override
  @PostExchange("/quotes")
  Money quote(@RequestBody List<LineItem> items);

  @Override
  default String ship(String orderId, Address address, List<LineItem> items) {
    return put(orderId, new Shipment(address, items)).trackingId();
  }

  /** Where a shipment can be followed. */
  record Tracking(String trackingId) {}

  /** Sends an order's items, once. */
  @PutExchange("/shipments/{orderId}")
  Tracking put(@PathVariable String orderId, @RequestBody Shipment shipment);
}
