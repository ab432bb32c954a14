// expects: Only values cross a component boundary: int[] in AnArray.sum(numbers). Use a List; of arrays only byte[] crosses.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnArray {
  int sum(int[] numbers); // here
}
