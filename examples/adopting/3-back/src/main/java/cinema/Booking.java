package cinema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;

/** Seats that a customer has paid for. */
@Entity
class Booking {
  @Id private UUID id;
  private String customer;
  private String showId;
  private int seats;
  private BigDecimal price;

  protected Booking() {
    // for JPA
  }

  Booking(String customer, Show show, int seats, BigDecimal price) {
    this.id = UUID.randomUUID();
    this.customer = customer;
    this.showId = show.id();
    this.seats = seats;
    this.price = price;
  }

  UUID id() {
    return id;
  }

  String customer() {
    return customer;
  }

  String showId() {
    return showId;
  }

  int seats() {
    return seats;
  }

  BigDecimal price() {
    return price;
  }
}
