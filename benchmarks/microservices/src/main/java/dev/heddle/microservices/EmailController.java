package dev.heddle.microservices;

import dev.heddle.boutique.checkout.OrderPlaced;
import dev.heddle.boutique.email.AddressRejected;
import dev.heddle.boutique.email.Email;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Email}. */
@RestController
final class EmailController implements EmailExchange {
  private final Email mail;

  EmailController(Implementations implementations) {
    mail = implementations.of(Email.class);
  }

  @Override
  public void confirm(OrderPlaced placed) throws AddressRejected {
    mail.confirm(placed);
  }
}
