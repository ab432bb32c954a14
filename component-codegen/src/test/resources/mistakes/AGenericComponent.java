// expects: @ComponentInterface marks an interface without type parameters: <T> in AGenericComponent. Extend the generic interface by one that names the types, and mark that.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AGenericComponent<T> { // here
  void put(T value);
}
