package cinema;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** What one booking has earned. */
@Entity
class PointsEntry {
  @Id private UUID booking;
  private String customer;
  private int points;

  protected PointsEntry() {
    // for JPA
  }

  PointsEntry(UUID booking, String customer, int points) {
    this.booking = booking;
    this.customer = customer;
    this.points = points;
  }

  UUID booking() {
    return booking;
  }

  String customer() {
    return customer;
  }

  int points() {
    return points;
  }
}
