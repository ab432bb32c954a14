package dev.heddle.boutique.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.RecordedLog;
import dev.heddle.boutique.values.Address;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlatRateShippingTest {
  private static final Address ADDRESS = new Address("1 Loom Lane", "10115", "Berlin", "", "DE");

  private final RecordedLog log = new RecordedLog();
  private final Shipping shipping = new FlatRateShipping(new ShippingRates(499, 50, 1_499), log);

  @ParameterizedTest
  @CsvSource({"1, 4, 990000000", "2, 5, 490000000", "21, 14, 990000000", "999, 14, 990000000"})
  void quotesByTheNumberOfItems(int quantity, long units, int nanos) {
    assertThat(shipping.quote(List.of(new LineItem("MUG", quantity))))
        .isEqualTo(new Money("USD", units, nanos));
  }

  @Test
  void refusesRatesThatMakeNoSense() {
    assertThatThrownBy(() -> new ShippingRates(499, 50, 100))
        .hasMessageContaining("most is at least base");
  }

  @Test
  void quotesNothingForNothing() {
    assertThat(shipping.quote(List.of())).isEqualTo(Money.zero("USD"));
  }

  @Test
  void shipsAnOrderUnderOneTrackingId() {
    List<LineItem> items = List.of(new LineItem("MUG", 1));
    String first = shipping.ship("order-1", ADDRESS, items);
    assertThat(first).matches("HB-[A-Z0-9]{1,6}-[0-9]{12}");
    assertThat(shipping.ship("order-1", ADDRESS, items)).isEqualTo(first);
    assertThat(shipping.ship("order-2", ADDRESS, items)).isNotEqualTo(first);
    assertThat(log.lines().toString()).doesNotContain("Loom Lane");
  }

  @Test
  void refusesToShipNothing() {
    assertThatThrownBy(() -> shipping.ship("order-1", ADDRESS, List.of()))
        .hasMessageContaining("nothing to ship");
  }
}
