package dev.heddle.boutique.checkout;

import dev.heddle.component.capability.KeyValueStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The stored drafts, one for each user and idempotency key. */
final class Drafts {
  /** What a draft becomes when its card was refused: the next attempt prices the cart again. */
  private static final String RELEASED = "released";

  private final KeyValueStore store;

  Drafts(KeyValueStore store) {
    this.store = store;
  }

  Optional<OrderDraft> find(OrderRequest request) {
    return live(store.get(key(request))).map(DraftFormat::decode);
  }

  /** The orders of a user. */
  PlacedOrders placedBy(String userId) {
    return new PlacedOrders(store, prefix(userId), key -> live(store.get(key)));
  }

  /** Stores a new draft unless there is one; the one that stands afterwards. */
  OrderDraft reserve(OrderRequest request, OrderDraft draft) {
    Optional<byte[]> stored = store.get(key(request));
    if (live(stored).isEmpty()
        && store.compareAndSet(key(request), stored, DraftFormat.encode(draft))) return draft;
    return find(request).orElse(draft);
  }

  /** Gives up a draft that was not paid. */
  void release(OrderRequest request, OrderDraft draft) {
    // Lost when another attempt paid or released it meanwhile: then there is nothing to give up.
    store.compareAndSet(key(request), Optional.of(DraftFormat.encode(draft)), released());
  }

  /**
   * Says that a draft was paid and shipped.
   *
   * @return false when another attempt at the same order had said so before
   */
  boolean complete(OrderRequest request, OrderDraft draft, OrderDraft placed) {
    byte[] completed = DraftFormat.encode(placed);
    if (store.compareAndSet(key(request), Optional.of(DraftFormat.encode(draft)), completed))
      return true;
    if (find(request).filter(OrderDraft::placed).isPresent()) return false;
    store.put(key(request), completed);
    return true;
  }

  private static Optional<byte[]> live(Optional<byte[]> stored) {
    return stored.filter(bytes -> !Arrays.equals(bytes, released()));
  }

  private static byte[] released() {
    return RELEASED.getBytes(StandardCharsets.UTF_8);
  }

  /** With what the keys of a user's drafts begin; no user's id has a slash. */
  private static String prefix(String userId) {
    return "order/" + userId + '/';
  }

  private static String key(OrderRequest request) {
    return prefix(request.userId()) + request.idempotencyKey();
  }
}
