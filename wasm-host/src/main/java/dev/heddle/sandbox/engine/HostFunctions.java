package dev.heddle.sandbox.engine;

import org.jspecify.annotations.Nullable;

/** What a guest can call. Whatever these throw ends the call that the guest serves. */
public interface HostFunctions {

  /** Calls a component or a capability by the position of the constructor's parameter. */
  byte[] call(int target, int method, byte[] request);

  /** Whether there is anything behind an optional parameter. */
  boolean present(int target);

  /** Nanoseconds since the epoch, by a clock that is a parameter. */
  long instant(int target);

  /** Calls with streams: the response, null when it returns a stream. */
  byte @Nullable [] open(int target, int method, byte[] request, int call);

  /** The next message of the stream that an outgoing call returned, null at its end. */
  byte @Nullable [] next(int call);

  /** Asks for no more of that stream. */
  void close(int call);

  /** The next message of the stream that an incoming call takes, null at its end. */
  byte @Nullable [] take(int stream);

  /** Asks for no more of that stream. */
  void untake(int stream);

  /** Whether a clock was granted, without which neither of these two may be called. */
  boolean clock();

  /** A clock that only runs forward, in nanoseconds. */
  long nanos();

  /** The time of day, in milliseconds since the epoch. */
  long millis();

  /** Whether randomness was granted, without which this may not be called. */
  boolean random();

  /** Random bits. */
  long entropy();

  /**
   * Writes a line to the log.
   *
   * @param level from 0, the finest, to 4, an error
   */
  void log(int level, String line);

  /** The longest message that may come from a guest. */
  int longestMessage();

  /** Told of a message that is longer. */
  RuntimeException tooLong(long length);
}
