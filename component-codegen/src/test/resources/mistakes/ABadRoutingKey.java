// expects: A routing key is a String, int, long, UUID or enum: double in ABadRoutingKey.put(weight). Mark another parameter, or add one.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.RoutingKey;

@ComponentInterface
public interface ABadRoutingKey {
  void put(@RoutingKey double weight); // here
}
