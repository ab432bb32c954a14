// expects: Only values cross a component boundary: mistakes.AnOpenInterface.Shape in AnOpenInterface.put(shape). Make it a sealed interface of records.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnOpenInterface {
  void put(Shape shape); // here

  interface Shape {}
}
