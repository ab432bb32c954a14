package shop;

import dev.heddle.component.capability.Log_Descriptor;
import dev.heddle.component.spi.Guest;
import dev.heddle.component.spi.GuestHost;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Runs {@link LoggedAudit} inside a sandbox. For one thread at a time. */
@Generated("dev.heddle.codegen")
final class LoggedAudit_Guest {
  private static @Nullable Guest guest;

  private LoggedAudit_Guest() {}

  /** Constructs the component; called once, before the first call. */
  static void start(GuestHost host) {
    Audit implementation =
        new LoggedAudit(
            Guest.capability(host, 0, new Log_Descriptor()),
            Guest.publisher(host, 1, new Checked_Event()));
    guest = new Guest(new Audit_Descriptor().skeleton(implementation));
  }

  /** Answers one call: which method, the request message; returns the response message. */
  static byte[] invoke(int method, byte[] request) {
    Guest started = guest;
    if (started == null) throw new IllegalStateException("the guest was not started");
    return started.invoke(method, request);
  }
}
