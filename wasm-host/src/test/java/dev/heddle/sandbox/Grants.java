package dev.heddle.sandbox;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Grants of one callee, by a function, and perhaps of a clock. */
public record Grants(UnaryOperator<byte[]> callee, boolean clock) implements GuestGrants {

  /** Answers with the request. */
  public static final Grants ECHO = new Grants(request -> request);

  /** Without a clock. */
  public Grants(UnaryOperator<byte[]> callee) {
    this(callee, false);
  }

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
  public boolean random() {
    return false;
  }
}
