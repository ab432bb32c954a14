package dev.heddle.microservices;

import dev.heddle.boutique.checkout.OrderPlaced;
import dev.heddle.boutique.email.AddressRejected;
import dev.heddle.boutique.email.Email;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** Confirmations over HTTP. */
interface EmailExchange extends Email {

  @Override
  @PostExchange("/confirmations")
  void confirm(@RequestBody OrderPlaced placed) throws AddressRejected;
}
