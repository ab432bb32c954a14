package cinema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sells seats. */
@Service
@Transactional(rollbackFor = SoldOut.class)
public class Bookings {
  private final Seating seating;
  private final Loyalty loyalty;
  private final BookingRepository bookings;
  private final ApplicationEventPublisher events;

  Bookings(
      Seating seating,
      Loyalty loyalty,
      BookingRepository bookings,
      ApplicationEventPublisher events) {
    this.seating = seating;
    this.loyalty = loyalty;
    this.bookings = bookings;
    this.events = events;
  }

  /** Told when seats were sold. */
  record Booked(UUID booking, String customer, int seats) {}

  @PreAuthorize("#customer == authentication.name")
  public Booking book(String customer, String showId, int seats) throws SoldOut {
    Show show = seating.take(showId, seats);
    BigDecimal price = price(show, seats, loyalty.discount(customer));
    Booking booking = bookings.save(new Booking(customer, show, seats, price));
    events.publishEvent(new Booked(booking.id(), customer, seats));
    return booking;
  }

  private static BigDecimal price(Show show, int seats, int discount) {
    return show.price()
        .multiply(BigDecimal.valueOf(seats))
        .multiply(BigDecimal.valueOf(100 - discount))
        .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
  }
}
