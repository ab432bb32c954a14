package dev.heddle.transport;

import java.util.function.IntConsumer;

/** Asks gRPC for messages, many at a time, since each is read as it comes. For one thread. */
final class Allowance {
  private static final int LOT = 1 << 16;

  private final IntConsumer request;
  private int left;

  Allowance(IntConsumer request) {
    this.request = request;
  }

  /** Notes that a message is expected or was read. */
  void next() {
    if (left-- > 0) return;
    left = LOT - 1;
    request.accept(LOT);
  }
}
