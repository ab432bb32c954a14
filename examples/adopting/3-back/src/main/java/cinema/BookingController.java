package cinema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BookingController {
  private final Bookings bookings;
  private final Seating seating;
  private final Loyalty loyalty;

  BookingController(Bookings bookings, Seating seating, Loyalty loyalty) {
    this.bookings = bookings;
    this.seating = seating;
    this.loyalty = loyalty;
  }

  record Order(@NotBlank String show, @Min(1) @Max(10) int seats) {}

  record Ticket(UUID id, String show, int seats, BigDecimal price) {}

  @PostMapping("/bookings")
  @ResponseStatus(HttpStatus.CREATED)
  Ticket book(@Valid @RequestBody Order order, Principal customer) throws SoldOut {
    Booking booking = bookings.book(customer.getName(), order.show(), order.seats());
    return new Ticket(booking.id(), booking.showId(), booking.seats(), booking.price());
  }

  @GetMapping("/shows/{show}/free")
  int free(@PathVariable String show) {
    return seating.free(show);
  }

  @GetMapping("/points")
  int points(Principal customer) {
    return loyalty.points(customer.getName());
  }

  @ExceptionHandler
  ProblemDetail soldOut(SoldOut refusal) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notFound(NoSuchElementException refusal) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, refusal.getMessage());
  }
}
