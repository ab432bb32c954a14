package dev.heddle.boutique.cartcache;

import dev.heddle.boutique.values.LineItem;
import dev.heddle.boutique.values.Require;
import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.capability.KeyValueStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps carts in the key-value store. The store is the truth, because other instances write to it
 * too; memory only spares decoding a cart whose stored bytes have not changed.
 *
 * <p>An emptied cart stays stored for its version's sake: were it deleted, versions would begin
 * anew and a change made on the old cart could pass for one made on the new.
 */
@ComponentImplementation
final class DurableCartCache implements CartCache {
  private static final int MOST_DECODED = 10_000;

  private final KeyValueStore store;
  private final Map<String, Decoded> decoded = new ConcurrentHashMap<>();

  DurableCartCache(KeyValueStore store) {
    this.store = store;
  }

  @Override
  public StoredCart get(String userId) {
    return store.get(key(userId)).map(stored -> decode(userId, stored)).orElse(StoredCart.NONE);
  }

  @Override
  public boolean replace(String userId, long expectedVersion, List<LineItem> lines) {
    Optional<byte[]> stored = store.get(key(userId));
    StoredCart current = stored.map(bytes -> decode(userId, bytes)).orElse(StoredCart.NONE);
    if (current.version() != expectedVersion) return false;
    byte[] next = CartFormat.encode(new StoredCart(expectedVersion + 1, lines));
    return store.compareAndSet(key(userId), stored, next);
  }

  private StoredCart decode(String userId, byte[] stored) {
    Decoded known = decoded.get(userId);
    if (known != null && known.isOf(stored)) return known.cart;
    StoredCart cart = CartFormat.decode(stored);
    if (decoded.size() >= MOST_DECODED) decoded.clear();
    decoded.put(userId, new Decoded(stored, cart));
    return cart;
  }

  private static String key(String userId) {
    return "cart/" + Require.id("A user id", userId, 64);
  }

  /** A cart and the bytes that it was decoded from. */
  private static final class Decoded {
    private final byte[] stored;
    private final StoredCart cart;

    Decoded(byte[] stored, StoredCart cart) {
      this.stored = stored;
      this.cart = cart;
    }

    boolean isOf(byte[] bytes) {
      return Arrays.equals(stored, bytes);
    }
  }
}
