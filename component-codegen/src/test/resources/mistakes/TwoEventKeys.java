// expects: An event has at most one routing key: a second @RoutingKey in TwoEventKeys.b. Keep the one whose events are to be delivered in order.
package mistakes;

import dev.heddle.component.Event;
import dev.heddle.component.RoutingKey;

@Event
public record TwoEventKeys(@RoutingKey String a, @RoutingKey String b) {} // here
