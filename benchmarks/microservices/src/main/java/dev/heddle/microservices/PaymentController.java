package dev.heddle.microservices;

import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.IdempotencyKeyReused;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.payment.Receipt;
import dev.heddle.boutique.payment.UnsupportedCard;
import org.springframework.web.bind.annotation.RestController;

/** Serves {@link Payment}. */
@RestController
final class PaymentController implements PaymentExchange {
  private final Payment charges;

  PaymentController(Implementations implementations) {
    charges = implementations.of(Payment.class);
  }

  @Override
  public Receipt put(String idempotencyKey, Charge charge)
      throws InvalidCard, CardExpired, UnsupportedCard, IdempotencyKeyReused {
    return charges.charge(idempotencyKey, charge.amount(), charge.card());
  }
}
