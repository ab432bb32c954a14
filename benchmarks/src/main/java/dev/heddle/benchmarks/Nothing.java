package dev.heddle.benchmarks;

import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.core.sandbox.GuestGrants;
import java.time.Instant;
import java.util.Optional;

/** What a component is given that asks for nothing. */
final class Nothing implements Dependencies, GuestGrants {
  @Override
  public <T> T get(int index, Class<T> type) {
    throw new IllegalArgumentException("nothing was asked for");
  }

  @Override
  public <T> Optional<T> optional(int index, Class<T> type) {
    return Optional.empty();
  }

  @Override
  public boolean present(int target) {
    return false;
  }

  @Override
  public byte[] call(int target, int method, byte[] request) {
    throw new IllegalArgumentException("nothing was granted");
  }

  @Override
  public GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    throw new IllegalArgumentException("nothing was granted");
  }

  @Override
  public Instant instant(int target) {
    throw new IllegalArgumentException("nothing was granted");
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
