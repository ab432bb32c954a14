// expects: An EventPublisher publishes one event type: ? in Kept(events). Name a record, or a sealed interface of records, that is marked @Event.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.capability.EventPublisher;

final class APublisherOfAnything {
  @ComponentInterface
  interface Cart {}

  record Placed(String id) {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(EventPublisher<?> events) {} // here
  }
}
