// expects: Only values cross a component boundary: java.util.List in ARawType.put(names). Give the raw type its type arguments.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface ARawType {
  void put(java.util.List names); // here
}
