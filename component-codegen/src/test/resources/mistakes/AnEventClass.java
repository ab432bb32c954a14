// expects: @Event marks a record or a sealed interface of records: the class AnEventClass in AnEventClass. Make it a record.
package mistakes;

import dev.heddle.component.Event;

@Event
public final class AnEventClass {} // here
