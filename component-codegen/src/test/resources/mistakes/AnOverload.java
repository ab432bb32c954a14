// expects: A method's name is its name on the wire, so a component has it once: an overload in AnOverload.put. Give it a name of its own.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnOverload {
  void put(String name);

  void put(String name, int count); // here
}
