package shop;

import dev.heddle.component.Event;
import dev.heddle.component.RoutingKey;
import java.time.Instant;
import java.util.UUID;

@Event(name = "CartChanges", shared = true)
public sealed interface CartEvent {
  record Filled(@RoutingKey String userId, Cart.LineItem item) implements CartEvent {
    public Filled {
      if (userId.isEmpty()) throw new IllegalArgumentException("nobody");
    }
  }

  record Cleared(@RoutingKey UUID cart, Instant at) implements CartEvent {}

  record AllCleared() implements CartEvent {}
}
