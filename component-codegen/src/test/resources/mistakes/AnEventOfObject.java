// expects: Only values cross a component boundary: java.lang.Object in AnEventOfObject.what. Use the type that is meant, or a sealed interface.
package mistakes;

import dev.heddle.component.Event;

@Event
public record AnEventOfObject(Object what) {} // here
