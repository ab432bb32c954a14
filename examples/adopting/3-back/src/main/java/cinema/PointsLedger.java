package cinema;

import java.util.UUID;

/** Where points are written down. */
public interface PointsLedger {

  /** The sum of a customer's entries. */
  int total(String customer);

  /** Writes an entry, unless the booking has one. */
  void enter(UUID booking, String customer, int points);
}
