// expects: An event's name is of letters and digits and begins with an upper-case letter: 'order.placed' in AnEventName. Give another with @Event(name = "...").
package mistakes;

import dev.heddle.component.Event;

@Event(name = "order.placed")
public record AnEventName(String id) {} // here
