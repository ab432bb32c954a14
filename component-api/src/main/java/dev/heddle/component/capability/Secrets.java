package dev.heddle.component.capability;

import dev.heddle.component.Capability;
import java.util.Optional;

/**
 * A component's own secrets: passwords, keys, tokens. Two components never see each other's. A
 * value is looked up at each call, so one that was replaced is seen at the next; do not keep it,
 * and do not log it. Safe for use by many threads.
 *
 * <p>Names are 1 to 128 letters, digits, dots, hyphens and underscores of ASCII and begin with a
 * letter or digit; anything else is refused with an {@link IllegalArgumentException}.
 */
@Capability
public interface Secrets {

  /**
   * The secret of a name, empty when there is none.
   *
   * @throws SecretUnreadableException when there is one and it cannot be read
   */
  Optional<String> get(String name) throws SecretUnreadableException;
}
