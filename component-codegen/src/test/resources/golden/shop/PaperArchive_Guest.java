package shop;

import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestHost;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Runs {@link PaperArchive} inside a sandbox. For one thread at a time. */
@Generated("dev.heddle.codegen")
final class PaperArchive_Guest {
  private static @Nullable Guest guest;

  private PaperArchive_Guest() {}

  /** Constructs the component; called once, before the first call. */
  static void start(GuestHost host) {
    Archive implementation = new PaperArchive();
    guest = new Guest(new Archive_Descriptor().skeleton(implementation));
  }

  /** Answers one call: which method, the request message; returns the response message. */
  static byte[] invoke(int method, byte[] request) {
    Guest started = guest;
    if (started == null) throw new IllegalStateException("the guest was not started");
    return started.invoke(method, request);
  }

  /** Begins to answer a call with a stream: its number, which method, the request message. */
  static Optional<byte[]> open(GuestHost host, int stream, int method, byte[] request) {
    Guest started = guest;
    if (started == null) throw new IllegalStateException("the guest was not started");
    return started.open(host, stream, method, request);
  }

  /** The next message of the stream that a call returned, empty at the end. */
  static Optional<byte[]> next(int stream) {
    Guest started = guest;
    return started == null ? Optional.empty() : started.next(stream);
  }

  /** Asks for no more of the stream that a call returned. */
  static void close(int stream) {
    Guest started = guest;
    if (started != null) started.close(stream);
  }
}
