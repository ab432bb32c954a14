package dev.heddle.transport;

/** A payload that goes in chunks, as far as there is credit. For one thread at a time. */
final class Transfer {
  private final long id;
  private final byte[] payload;
  private int sent;
  private long allowed = TunnelLimits.CREDIT_BYTES;

  Transfer(long id, byte[] payload) {
    this.id = id;
    this.payload = payload;
  }

  long id() {
    return id;
  }

  byte[] payload() {
    return payload;
  }

  int sent() {
    return sent;
  }

  boolean complete() {
    return sent == payload.length;
  }

  boolean allowed() {
    return allowed > 0;
  }

  int take() {
    int length = (int) Math.min(allowed, Math.min(TunnelLimits.CHUNK_BYTES, payload.length - sent));
    sent += length;
    allowed -= length;
    return length;
  }

  /** Adds credit, and tells whether it was waited for. */
  boolean allow(int bytes) {
    boolean waited = allowed <= 0;
    allowed += bytes;
    return waited && allowed > 0;
  }
}
