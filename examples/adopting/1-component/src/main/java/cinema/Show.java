package cinema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;

/** One showing of a film. */
@Entity
@Table(name = "showing")
class Show {
  @Id private String id;
  private String film;
  private BigDecimal price;
  private int freeSeats;
  @Version private long version;

  protected Show() {
    // for JPA
  }

  String id() {
    return id;
  }

  String film() {
    return film;
  }

  BigDecimal price() {
    return price;
  }

  int freeSeats() {
    return freeSeats;
  }

  void take(int seats) throws SoldOut {
    if (seats > freeSeats) throw new SoldOut(id, freeSeats);
    freeSeats -= seats;
  }
}
