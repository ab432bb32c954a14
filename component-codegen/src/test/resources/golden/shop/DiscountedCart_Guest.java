package shop;

import dev.heddle.component.capability.RandomSource_Descriptor;
import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestHost;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Runs {@link DiscountedCart} inside a sandbox. For one thread at a time. */
@Generated("dev.heddle.codegen")
final class DiscountedCart_Guest {
  private static @Nullable Guest guest;

  private DiscountedCart_Guest() {}

  /** Constructs the component; called once, before the first call. */
  static void start(GuestHost host) {
    Cart implementation =
        new DiscountedCart(
            Guest.optionalComponent(host, 0, new Catalog_Descriptor()),
            Guest.optionalCapability(host, 1, new RandomSource_Descriptor()),
            Guest.settings(host, 2, new CartLimits_Settings()));
    guest = new Guest(new Cart_Descriptor().skeleton(implementation));
  }

  /** Answers one call: which method, the request message; returns the response message. */
  static byte[] invoke(int method, byte[] request) {
    Guest started = guest;
    if (started == null) throw new IllegalStateException("the guest was not started");
    return started.invoke(method, request);
  }
}
