// expects: @Event marks a record or a sealed interface of records: the interface AnOpenEvent in AnOpenEvent. Make it a sealed interface of records.
package mistakes;

import dev.heddle.component.Event;

@Event
public interface AnOpenEvent {} // here
