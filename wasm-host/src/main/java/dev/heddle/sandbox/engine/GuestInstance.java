package dev.heddle.sandbox.engine;

import org.jspecify.annotations.Nullable;

/**
 * One instance of a module. For one thread at a time but for {@link #stop}; of no more use once a
 * call of it has failed. All calls fail with a {@link GuestTrapException}, or with what a host
 * function threw.
 */
public interface GuestInstance {

  /** Lets the guest use this much from now on, whatever was left. */
  void refill(Budget budget);

  /** Runs what comes before the first call: the component is constructed. */
  void start();

  /** Makes code that runs end soon, as if it were interrupted. For any thread. */
  void stop();

  /** The fuel that is left, negative when it wanted more than it had. */
  long fuel();

  /** The stack that is left, negative when it wanted more than it had. */
  long stack();

  /** The bytes that are left, negative when it wanted more than it had. */
  long bytes();

  /** Calls a method. */
  byte[] invoke(int method, byte[] request);

  /** Calls a method with a stream: the response, null when it returns a stream. */
  byte @Nullable [] open(int stream, int method, byte[] request);

  /** The next message of the stream that a method returned, null at its end. */
  byte @Nullable [] next(int stream);

  /** Asks for no more of that stream. */
  void close(int stream);

  /** The next message of the stream that an outgoing call takes, null at its end. */
  byte @Nullable [] pull(int call);

  /** Asks for no more of that stream. */
  void cancel(int call);
}
