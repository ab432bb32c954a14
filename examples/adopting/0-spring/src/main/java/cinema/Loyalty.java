package cinema;

import java.util.UUID;

/** Points for customers who come back. */
public interface Loyalty {

  /** What a customer has earned so far. */
  int points(String customer);

  /** Per cent off the next booking. */
  int discount(String customer);

  /** Credits the points of a booking; a second call for the same booking changes nothing. */
  void earn(String customer, UUID booking, int points);
}
