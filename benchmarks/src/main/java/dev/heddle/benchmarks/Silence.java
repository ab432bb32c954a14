package dev.heddle.benchmarks;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.Instant;

/** Neighbours that answer whatever they are asked with nothing. */
final class Silence implements GuestGrants {
  private static final byte[] EMPTY = {};

  @Override
  public boolean present(int target) {
    return true;
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    return EMPTY;
  }

  @Override
  public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    throw new IllegalArgumentException("nothing with streams was granted");
  }

  @Override
  public Instant instant(int target) {
    throw new IllegalArgumentException("no clock was granted");
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
