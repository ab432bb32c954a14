package dev.heddle.boutique.shipping;

import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Require;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.Log;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** A base rate and a little for each further item, up to a flat rate. */
@ComponentImplementation
final class FlatRateShipping implements Shipping {
  private final ShippingRates rates;
  private final Log log;

  FlatRateShipping(ShippingRates rates, Log log) {
    this.rates = rates;
    this.log = log;
  }

  @Override
  public Money quote(List<LineItem> items) {
    int count = count(items);
    if (count == 0) return Money.zero("USD");
    long cents = rates.cents(count);
    return new Money("USD", cents / 100, (int) (cents % 100) * 10_000_000);
  }

  @Override
  public String ship(String orderId, Address address, List<LineItem> items) {
    Require.id("An order's number", orderId, 64);
    Require.that(!items.isEmpty(), "There is nothing to ship");
    String trackingId = trackingId(orderId);
    log.info("Order " + orderId + ": " + count(items) + " items leave as " + trackingId);
    return trackingId;
  }

  private static int count(List<LineItem> items) {
    int count = 0;
    for (LineItem item : items) count = Math.addExact(count, item.quantity());
    return count;
  }

  /** Follows from the order's number alone, so that shipping again is shipping the same parcel. */
  private static String trackingId(String orderId) {
    CRC32 checksum = new CRC32();
    checksum.update(orderId.getBytes(StandardCharsets.UTF_8));
    String digits = Long.toString(checksum.getValue() + 1_000_000_000_000L).substring(1);
    String letters = orderId.replace("-", "").toUpperCase(Locale.ROOT);
    String mark = letters.substring(0, Math.min(6, letters.length()));
    return "HB-" + mark + '-' + digits;
  }
}
