package cinema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.test.Fake;
import dev.heddle.test.HeddleTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The component by itself: no Spring, no database. */
@HeddleTest
class LoyaltyTest {

  private static final class PaperLedger implements PointsLedger {
    private final Map<UUID, Integer> entries = new HashMap<>(); // of one customer

    @Override
    public int total(String customer) {
      return entries.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void enter(UUID booking, String customer, int points) {
      entries.putIfAbsent(booking, points);
    }
  }

  @Fake PointsLedger ledger = new PaperLedger();

  @Test
  void aRegularGetsADiscount(Loyalty loyalty) {
    loyalty.earn("ada", UUID.randomUUID(), 99);
    assertThat(loyalty.discount("ada")).isZero();

    loyalty.earn("ada", UUID.randomUUID(), 1);
    assertThat(loyalty.discount("ada")).isEqualTo(10);
  }
}
