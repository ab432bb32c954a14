package dev.heddle.boutique.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ValuesTest {
  @Test
  void aLineHasAnIdAndAQuantity() {
    assertThatThrownBy(() -> new LineItem("a b", 1)).hasMessageContaining("product id");
    assertThatThrownBy(() -> new LineItem("", 1)).hasMessageContaining("1 to 32 characters");
    assertThatThrownBy(() -> new LineItem("X", 0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> new LineItem("X", 1_000)).hasMessageContaining("found 1000");
  }

  @Test
  void anAddressIsOnOneLineEach() {
    assertThatThrownBy(() -> new Address("a\nb", "1", "c", "", "d"))
        .hasMessageContaining("control character");
    assertThatThrownBy(() -> new Address("a", "1", "", "", "d")).hasMessageContaining("city");
  }

  @Test
  void anOrderAddsUpAndKeepsItsLines() {
    List<OrderLine> lines = new ArrayList<>();
    lines.add(new OrderLine(new LineItem("A", 3), new Money("USD", 1, 990_000_000)));
    lines.add(new OrderLine(new LineItem("B", 1), new Money("USD", 0, 50_000_000)));
    Order order = new Order("o", "t", "x", lines, new Money("USD", 4, 990_000_000));
    lines.clear();
    assertThat(order.total()).isEqualTo(new Money("USD", 11, 10_000_000));
  }
}
