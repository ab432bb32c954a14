package cinema;

import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
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
