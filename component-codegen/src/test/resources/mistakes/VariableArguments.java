// expects: A component's method has no variable arguments: '...' in VariableArguments.put. Use a List.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface VariableArguments {
  void put(String... names); // here
}
