// expects: Only values cross a component boundary: java.lang.Object in Item.value. Use the type that is meant, or a sealed interface.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface ARecordOfObject {
  void put(Item item);

  record Item(
      String name,
      Object value // here
      ) {}
}
