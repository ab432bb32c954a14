package dev.heddle.sandbox;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Grants of one callee with one method, whose answers are long where requests are. */
final class StrictGrants implements GuestGrants {
  private static final int LONG_REQUEST = 1_000;
  private static final byte[] LONG_RESPONSE = new byte[256 << 10];

  final AtomicInteger openStreams = new AtomicInteger();

  @Override
  public boolean present(int target) {
    return false;
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    check(target, method);
    return request.length < LONG_REQUEST ? request : LONG_RESPONSE;
  }

  private static void check(int target, int method) {
    if (target != 0) throw new IllegalArgumentException("grant " + target + " was asked for");
    if (method != 0) throw new IllegalArgumentException("no method " + method);
  }

  @Override
  public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    check(target, method);
    openStreams.incrementAndGet();
    return new GuestCall() {
      @Override
      public Optional<byte[]> response() {
        return Optional.empty();
      }

      @Override
      public Optional<byte[]> next() {
        return Optional.empty();
      }

      @Override
      public void close() {
        openStreams.decrementAndGet();
      }
    };
  }

  @Override
  public Instant instant(int target) {
    throw new IllegalArgumentException("grant " + target + " was asked for the time");
  }

  @Override
  public boolean clock() {
    return false;
  }

  @Override
  public boolean random() {
    return false;
  }
}
