// expects: Names in the .proto are of ASCII letters, digits and underscores: 'größe' in AStrangeName.put(größe). Rename it.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AStrangeName {
  void put(int größe); // here
}
