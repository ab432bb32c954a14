package dev.heddle.boutique.shipping;

import dev.heddle.component.ComponentSettings;
import dev.heddle.component.DefaultValue;

/**
 * What shipping costs, in cents of a US dollar.
 *
 * @param base for the first item
 * @param item for each further one
 * @param most for any number
 */
@ComponentSettings
record ShippingRates(
    @DefaultValue("499") int base, @DefaultValue("50") int item, @DefaultValue("1499") int most) {

  ShippingRates {
    if (base < 0 || item < 0) throw new IllegalArgumentException("base and item are not negative");
    if (most < base) throw new IllegalArgumentException("most is at least base");
  }

  long cents(int items) {
    return Math.min(most, base + item * (items - 1L));
  }
}
