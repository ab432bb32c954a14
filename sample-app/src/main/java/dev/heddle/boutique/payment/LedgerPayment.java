package dev.heddle.boutique.payment;

import dev.heddle.boutique.values.Money;
import dev.heddle.boutique.values.Require;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Writes charges into a ledger. Writing the entry is the charge: of several calls with one key, one
 * creates the entry and all return it. The ledger holds the last four digits of a card's number and
 * nothing else of the card.
 */
@ComponentImplementation
final class LedgerPayment implements Payment {
  private final KeyValueStore ledger;
  private final RandomSource random;
  private final InstantSource clock;
  private final Log log;

  LedgerPayment(KeyValueStore ledger, RandomSource random, InstantSource clock, Log log) {
    this.ledger = ledger;
    this.random = random;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Receipt charge(String idempotencyKey, Money amount, Card card)
      throws InvalidCard, CardExpired, UnsupportedCard, IdempotencyKeyReused {
    Require.that(amount.exceedsZero(), "An amount to charge is above nothing, found " + amount);
    String key = "charge/" + Require.id("An idempotency key", idempotencyKey, 200);
    Optional<byte[]> charged = ledger.get(key);
    if (charged.isPresent()) return sameAmount(charged.get(), amount, idempotencyKey);
    CardBrand brand = CardCheck.check(card, clock.instant());
    Receipt receipt = new Receipt(random.nextUuid().toString(), amount, brand, card.lastFour());
    if (!ledger.compareAndSet(key, Optional.empty(), ReceiptFormat.encode(receipt)))
      return sameAmount(ledger.get(key).orElseThrow(), amount, idempotencyKey);
    log.info("Charged a " + brand + " card, transaction " + receipt.transactionId());
    return receipt;
  }

  private static Receipt sameAmount(byte[] charged, Money amount, String idempotencyKey)
      throws IdempotencyKeyReused {
    Receipt receipt = ReceiptFormat.decode(charged);
    if (!receipt.amount().equals(amount)) throw new IdempotencyKeyReused(idempotencyKey);
    return receipt;
  }
}
