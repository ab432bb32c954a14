// expects: Only values cross a component boundary: java.util.function.Consumer<java.lang.String> in ACallback.each(action). Code does not travel: call back through a component, or return the result.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface ACallback {
  void each(java.util.function.Consumer<String> action); // here
}
