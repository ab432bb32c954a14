package dev.heddle.wasm.guest.java.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Stands for the JDK's interface, without what asks the system for its time. */
public interface InstantSource {

  /** The current instant. */
  Instant instant();

  /** The same in milliseconds since the epoch. */
  default long millis() {
    return instant().toEpochMilli();
  }

  /** Always the same instant. */
  static InstantSource fixed(Instant instant) {
    Objects.requireNonNull(instant);
    return () -> instant;
  }

  /** Another source's instants, moved. */
  static InstantSource offset(InstantSource base, Duration offset) {
    Objects.requireNonNull(base);
    Objects.requireNonNull(offset);
    return () -> base.instant().plus(offset);
  }
}
