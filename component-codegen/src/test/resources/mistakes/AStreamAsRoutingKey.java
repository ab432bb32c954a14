// expects: A routing key is a String, int, long, UUID or enum: dev.heddle.component.ValueStream<java.lang.String> in AStreamAsRoutingKey.put(orders). Mark another parameter, or add one.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.RoutingKey;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface AStreamAsRoutingKey {
  void put(@RoutingKey ValueStream<String> orders); // here
}
