package dev.heddle.microservices;

import dev.heddle.boutique.shipping.Shipping;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import java.util.List;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Shipping}. */
@RestController
final class ShippingController implements ShippingExchange {
  private final Shipping parcels;

  ShippingController(Implementations implementations) {
    parcels = implementations.of(Shipping.class);
  }

  @Override
  public Money quote(List<LineItem> items) {
    return parcels.quote(items);
  }

  @Override
  public Tracking put(String orderId, Shipment shipment) {
    return new Tracking(parcels.ship(orderId, shipment.address(), shipment.items()));
  }
}
