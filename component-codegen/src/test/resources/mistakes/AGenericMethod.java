// expects: A component's method has no type parameters: <T> in AGenericMethod.get. Name the types that are meant, or write a method for each.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AGenericMethod {
  <T> T get(T value); // here
}
