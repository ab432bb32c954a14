package shop.cart.store;

import dev.heddle.component.capability.KeyValueStore;

public record Stored(KeyValueStore store, String productId) {}
