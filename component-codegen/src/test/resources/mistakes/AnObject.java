// expects: Only values cross a component boundary: java.lang.Object in AnObject.put(value). Use the type that is meant, or a sealed interface.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnObject {
  void put(Object value); // here
}
