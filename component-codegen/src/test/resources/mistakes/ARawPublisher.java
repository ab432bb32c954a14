// expects: An EventPublisher publishes one event type: a raw EventPublisher in Kept(events). Give it the event type as type argument.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.capability.EventPublisher;

final class ARawPublisher {
  @ComponentInterface
  interface Cart {}

  record Placed(String id) {}

  @ComponentImplementation
  static final class Kept implements Cart {
    Kept(EventPublisher events) {} // here
  }
}
