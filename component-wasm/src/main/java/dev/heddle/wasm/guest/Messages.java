package dev.heddle.wasm.guest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages as they cross the border of a sandbox, where an absent one is null. */
public final class Messages {
  private Messages() {}

  /** For the host. */
  public static byte @Nullable [] orNull(Optional<byte[]> message) {
    return message.orElse(null);
  }
}
