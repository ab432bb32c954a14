// expects: A stream names the type of its elements: ValueStream in the result of ARawStream.orders. Write ValueStream<Order>, say.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface ARawStream {
  ValueStream orders(); // here
}
