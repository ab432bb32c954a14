// expects: A routing key is a String, int, long, UUID or enum: double in ABadEventKey.price. Mark another component, or add one.
package mistakes;

import dev.heddle.component.Event;
import dev.heddle.component.RoutingKey;

@Event
public record ABadEventKey(@RoutingKey double price) {} // here
