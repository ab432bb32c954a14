// expects: A stream is the whole result of a method, or a whole parameter: dev.heddle.component.ValueStream<java.lang.String> inside another type in Orders.ids. Return or take the ValueStream itself, or use a List here.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface AStreamInARecord {
  record Orders(
      ValueStream<String> ids) {} // here

  Orders orders();
}
