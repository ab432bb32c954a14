package dev.heddle.core.remote;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.IncomingMessages;
import java.util.List;

/** A call that was taken in. {@link #cancel} is for any thread, the rest for one. */
public interface ServedCall {

  /**
   * Carries the call out on this thread.
   *
   * @return the response message; failures are inside it
   */
  byte[] run();

  /**
   * Begins a call with a stream on this thread; whatever it returns is read on the same thread.
   *
   * @param requests the messages of the stream that the method takes; none when it takes none
   */
  GuestCall open(IncomingMessages requests);

  /** The calls that were made, once the call has ended; empty unless the caller asked for them. */
  List<String> trail();

  /**
   * Says that nobody waits for the answer: what runs is interrupted, and makes no further calls.
   */
  void cancel();
}
