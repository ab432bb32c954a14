package cinema;

import dev.heddle.component.ComponentInterface;
import java.util.UUID;

/** Points for customers who come back. */
@ComponentInterface
public interface Loyalty {

  /** What a customer has earned so far. */
  int points(String customer);

  /** Per cent off the next booking. */
  int discount(String customer);

  /** Credits the points of a booking; a second call for the same booking changes nothing. */
  void earn(String customer, UUID booking, int points);
}
