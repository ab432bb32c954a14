// expects: @RoutingKey speaks of a method of a component interface: a static method in AMisplacedRoutingKey.put. Move it to the interface's method.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.RoutingKey;

@ComponentInterface
public interface AMisplacedRoutingKey {
  static void put(@RoutingKey String a) {} // here
}
