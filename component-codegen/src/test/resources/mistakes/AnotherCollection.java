// expects: Only values cross a component boundary: java.util.Collection<java.lang.String> in AnotherCollection.put(names). Use List, Set or Map.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnotherCollection {
  void put(java.util.Collection<String> names); // here
}
