package cinema;

import dev.heddle.component.ComponentImplementation;
import java.util.UUID;

@ComponentImplementation
final class LedgerLoyalty implements Loyalty {
  private static final int REGULAR = 100;

  private final PointsLedger ledger;

  LedgerLoyalty(PointsLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public int points(String customer) {
    return ledger.total(customer);
  }

  @Override
  public int discount(String customer) {
    return points(customer) >= REGULAR ? 10 : 0;
  }

  @Override
  public void earn(String customer, UUID booking, int points) {
    ledger.enter(booking, customer, points);
  }
}
