// expects: Only values cross a component boundary: mistakes.AComponentAsValue in AComponentAsValue.put(other). Ask for it in the implementation's constructor; it is no value.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AComponentAsValue {
  void put(AComponentAsValue other); // here
}
