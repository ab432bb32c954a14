package cinema;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Rewards a booking once it is certain. */
@Component
class Rewards {
  private static final int POINTS_A_SEAT = 20;

  private final Loyalty loyalty;

  Rewards(Loyalty loyalty) {
    this.loyalty = loyalty;
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void booked(Bookings.Booked event) {
    loyalty.earn(event.customer(), event.booking(), event.seats() * POINTS_A_SEAT);
  }
}
