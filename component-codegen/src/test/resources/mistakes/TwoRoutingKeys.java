// expects: A method has at most one routing key: a second @RoutingKey in TwoRoutingKeys.put(b). Keep the one that decides which replica answers.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.RoutingKey;

@ComponentInterface
public interface TwoRoutingKeys {
  void put(@RoutingKey String a, @RoutingKey String b); // here
}
