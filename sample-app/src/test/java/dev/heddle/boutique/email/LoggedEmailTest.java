package dev.heddle.boutique.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.boutique.MemoryStore;
import dev.heddle.boutique.RecordedLog;
import dev.heddle.boutique.checkout.OrderPlaced;
import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Order;
import dev.heddle.boutique.values.OrderLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LoggedEmailTest {
  private static final Order ORDER =
      new Order(
          "o-1",
          "t-1",
          "x-1",
          List.of(new OrderLine(new LineItem("MUG", 1), new Money("USD", 1, 0))),
          Money.zero("USD"));

  private final RecordedLog log = new RecordedLog();
  private final Email email =
      new LoggedEmail(new EmailSettings("shop@test.example"), new MemoryStore(), log);

  @Test
  void namesTheOrderButNotTheWholeAddress() throws AddressRejected {
    email.confirm(placed("ann.weaver@example.com"));
    assertThat(log.lines())
        .singleElement()
        .asString()
        .contains("o-1", "t-1", "shop@test.example", "a***@example.com")
        .doesNotContain("weaver");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ann", "@example.com", "ann@", "a@b@c"})
  void refusesWhatIsNoAddress(String address) {
    assertThatThrownBy(() -> email.confirm(placed(address))).isInstanceOf(AddressRejected.class);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  void mailsOnceForAnOrderThatIsToldTwice() throws AddressRejected {
    email.confirm(placed("ann@example.com"));
    email.confirm(placed("ann@example.com"));
    assertThat(log.lines()).hasSize(1);
  }

  private static OrderPlaced placed(String address) {
    return new OrderPlaced("ann", address, ORDER);
  }
}
