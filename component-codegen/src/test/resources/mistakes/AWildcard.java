// expects: Only values cross a component boundary: java.util.List<? extends java.lang.Number> in AWildcard.put(numbers). Name the type argument itself instead of a wildcard.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AWildcard {
  void put(java.util.List<? extends Number> numbers); // here
}
