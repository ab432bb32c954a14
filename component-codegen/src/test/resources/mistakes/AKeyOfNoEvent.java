// expects: @RoutingKey on a record's component speaks of an event: the record AKeyOfNoEvent, which is none in AKeyOfNoEvent.id. Mark the record, or its sealed interface, @Event; or mark a method's parameter.
package mistakes;

import dev.heddle.component.RoutingKey;

public record AKeyOfNoEvent(@RoutingKey String id) {} // here
