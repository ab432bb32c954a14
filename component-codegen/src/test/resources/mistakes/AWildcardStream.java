// expects: A stream names the type of its elements: ValueStream<? extends java.lang.String> in AWildcardStream.put(orders). Name the type itself, without a wildcard.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface AWildcardStream {
  void put(ValueStream<? extends String> orders); // here
}
