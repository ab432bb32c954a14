package dev.heddle.boutique.cartcache;

import dev.heddle.boutique.values.LineItem;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Idempotent;
import dev.heddle.component.RoutingKey;
import java.util.List;

/** Stored carts. A cart that was stored survives the death of the process. */
@ComponentInterface
public interface CartCache {

  /** A user's cart as it is stored now; an empty one of version 0 when there never was one. */
  @Idempotent
  StoredCart get(@RoutingKey String userId);

  /**
   * Stores a user's cart under the next version, if the stored one still has a version.
   *
   * @param expectedVersion the version that the change was made on
   * @return whether it was stored; if not, somebody else was faster
   */
  boolean replace(@RoutingKey String userId, long expectedVersion, List<LineItem> lines);
}
