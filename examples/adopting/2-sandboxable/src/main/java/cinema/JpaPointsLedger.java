package cinema;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class JpaPointsLedger implements PointsLedger {
  private final PointsRepository entries;

  JpaPointsLedger(PointsRepository entries) {
    this.entries = entries;
  }

  @Override
  public int total(String customer) {
    return entries.total(customer);
  }

  @Override
  public void enter(UUID booking, String customer, int points) {
    if (entries.existsById(booking)) return;
    entries.save(new PointsEntry(booking, customer, points));
  }
}
