// expects: @Event marks a record or a sealed interface of records, without type parameters: <T> in AGenericEvent. Name the types that are meant.
package mistakes;

import dev.heddle.component.Event;

@Event
public record AGenericEvent<T>(T value) {} // here
