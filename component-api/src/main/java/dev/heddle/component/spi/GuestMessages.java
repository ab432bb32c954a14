package dev.heddle.component.spi;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.WireLimits;
import java.util.Optional;
import java.util.function.Supplier;

/** Messages that arrive in a sandbox. */
final class GuestMessages implements IncomingMessages {
  private final Supplier<Optional<byte[]>> next;
  private final Runnable close;

  GuestMessages(Supplier<Optional<byte[]>> next, Runnable close) {
    this.next = next;
    this.close = close;
  }

  @Override
  public Optional<ProtoReader> read() {
    return next.get().map(message -> new ProtoReader(message, WireLimits.DEFAULT));
  }

  @Override
  public void close() {
    close.run();
  }
}
