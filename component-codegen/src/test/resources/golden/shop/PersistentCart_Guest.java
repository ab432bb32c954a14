package shop;

import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestHost;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Runs {@link PersistentCart} inside a sandbox. For one thread at a time. */
@Generated("dev.heddle.codegen")
final class PersistentCart_Guest {
  private static @Nullable Guest guest;

  private PersistentCart_Guest() {}

  /** Constructs the component; called once, before the first call. */
  static void start(GuestHost host) {
    Cart implementation =
        new PersistentCart(
            Guest.capability(host, 0, new Log_Descriptor()),
            Guest.component(host, 1, new Catalog_Descriptor()));
    guest = new Guest(new Cart_Descriptor().skeleton(implementation));
  }

  /** Answers one call: which method, the request message; returns the response message. */
  static byte[] invoke(int method, byte[] request) {
    Guest started = guest;
    if (started == null) throw new IllegalStateException("the guest was not started");
    return started.invoke(method, request);
  }
}
