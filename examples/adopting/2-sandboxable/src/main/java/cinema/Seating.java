package cinema;

import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows which seats are free. */
@Service
@Transactional
public class Seating {
  private final ShowRepository shows;

  Seating(ShowRepository shows) {
    this.shows = shows;
  }

  Show take(String showId, int seats) throws SoldOut {
    Show show =
        shows
            .findById(showId)
            .orElseThrow(() -> new NoSuchElementException("there is no show " + showId));
    show.take(seats);
    return show;
  }

  int free(String showId) {
    return shows.findById(showId).map(Show::freeSeats).orElse(0);
  }
}
