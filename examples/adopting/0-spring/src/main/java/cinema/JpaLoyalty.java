package cinema;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class JpaLoyalty implements Loyalty {
  private static final int REGULAR = 100;

  private final PointsRepository entries;

  JpaLoyalty(PointsRepository entries) {
    this.entries = entries;
  }

  @Override
  public int points(String customer) {
    return entries.total(customer);
  }

  @Override
  public int discount(String customer) {
    return points(customer) >= REGULAR ? 10 : 0;
  }

  @Override
  public void earn(String customer, UUID booking, int points) {
    if (entries.existsById(booking)) return;
    entries.save(new PointsEntry(booking, customer, points));
  }
}
