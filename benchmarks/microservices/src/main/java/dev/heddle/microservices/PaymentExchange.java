package dev.heddle.microservices;

import dev.heddle.boutique.payment.Card;
import dev.heddle.boutique.payment.CardExpired;
import dev.heddle.boutique.payment.IdempotencyKeyReused;
import dev.heddle.boutique.payment.InvalidCard;
import dev.heddle.boutique.payment.Payment;
import dev.heddle.boutique.payment.Receipt;
import dev.heddle.boutique.payment.UnsupportedCard;
import dev.heddle.boutique.values.Money;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PutExchange;

/** Charges over HTTP. Public, because Spring calls its default method. */
public interface PaymentExchange extends Payment {

  /** What is charged to which card. */
  record Charge(Money amount, Card card) {}

  @Override
  default Receipt charge(String idempotencyKey, Money amount, Card card)
      throws InvalidCard, CardExpired, UnsupportedCard, IdempotencyKeyReused {
    return put(idempotencyKey, new Charge(amount, card));
  }

  /** Charges a card, once for each key. */
  @PutExchange("/charges/{idempotencyKey}")
  Receipt put(@PathVariable String idempotencyKey, @RequestBody Charge charge)
      throws InvalidCard, CardExpired, UnsupportedCard, IdempotencyKeyReused;
}
