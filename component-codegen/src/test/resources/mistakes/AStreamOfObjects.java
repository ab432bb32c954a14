// expects: Only values cross a component boundary: java.lang.Object in the result of AStreamOfObjects.orders. Use the type that is meant, or a sealed interface.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface AStreamOfObjects {
  ValueStream<Object> orders(); // here
}
