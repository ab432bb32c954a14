package dev.heddle.core.sandbox;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import java.time.Instant;

/**
 * The only ways out of a sandbox: what the implementation's constructor asks for, by the position
 * of its parameters from 0. Safe for use by many threads.
 *
 * <p>A target or a method that was not granted is answered by an {@link IllegalArgumentException}:
 * only a guest that is not what it was taken for asks for one.
 */
public interface GuestGrants {

  /** Whether there is anything behind a parameter that is an {@code Optional}. */
  boolean present(int target);

  /**
   * Calls a component or a capability.
   *
   * @param method index of the method
   * @param request the request message
   * @return the response message, which also tells what failed
   */
  byte[] call(int target, int method, byte[] request);

  /**
   * Calls a method with a stream of a component.
   *
   * @param method index of the method
   * @param request the message of the other arguments
   * @param requests the messages of the stream that the method takes
   */
  GuestCall open(int target, int method, byte[] request, OutgoingMessages requests);

  /** The time, by a clock that was granted. */
  Instant instant(int target);

  /** Whether the implementation was granted a clock, which its {@code System.nanoTime} is. */
  boolean clock();

  /** Whether the implementation was granted randomness, which its {@code SecureRandom} is. */
  boolean random();
}
