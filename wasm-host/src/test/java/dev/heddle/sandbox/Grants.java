package dev.heddle.sandbox;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Grants of one callee, by a function. */
public record Grants(UnaryOperator<byte[]> callee) implements GuestGrants {

  /** Answers with the request. */
  public static final Grants ECHO = new Grants(request -> request);

  @Override
  public boolean present(int target) {
    return false;
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    return callee.apply(request);
  }

  @Override
  public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant(int target) {
    return Instant.EPOCH;
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
