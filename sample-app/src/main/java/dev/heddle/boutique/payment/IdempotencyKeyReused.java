package dev.heddle.boutique.payment;

/** An idempotency key came back with another amount than was charged under it. */
public final class IdempotencyKeyReused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String idempotencyKey;

  /** Reports the key. */
  public IdempotencyKeyReused(String idempotencyKey) {
    super(
        "The idempotency key \""
            + idempotencyKey
            + "\" was used for another amount; take a new one");
    this.idempotencyKey = idempotencyKey;
  }

  /** The key. */
  public String idempotencyKey() {
    return idempotencyKey;
  }
}
