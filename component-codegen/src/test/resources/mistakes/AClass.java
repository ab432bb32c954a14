// expects: Only values cross a component boundary: mistakes.AClass.Item in AClass.put(item). Make it a record.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AClass {
  void put(Item item); // here

  class Item {}
}
