// expects: A method's name is its name on the wire, so a component has it once: a name that differs from get only in case in ACaseTwin.Get. Give it a name of its own.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface ACaseTwin {
  void get();

  void Get(); // here
}
