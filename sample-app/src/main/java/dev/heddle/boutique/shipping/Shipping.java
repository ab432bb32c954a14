package dev.heddle.boutique.shipping;

import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import java.util.List;

/** Quotes and shipments. */
@ComponentInterface
public interface Shipping {

  /** What sending these items costs, in US dollars, wherever they go; nothing for no items. */
  @Idempotent
  Money quote(List<LineItem> items);

  /**
   * Sends an order's items, once: the same order always has the same tracking id.
   *
   * @param orderId the order's number, 1 to 64 letters, digits, dashes or underscores
   * @return the parcel's tracking id
   */
  @Idempotent
  String ship(String orderId, Address address, List<LineItem> items);
}
