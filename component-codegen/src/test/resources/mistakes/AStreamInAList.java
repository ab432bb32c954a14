// expects: A stream is the whole result of a method, or a whole parameter: dev.heddle.component.ValueStream<java.lang.String> inside another type in the result of AStreamInAList.orders. Return or take the ValueStream itself, or use a List here.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;
import java.util.List;

@ComponentInterface
public interface AStreamInAList {
  List<ValueStream<String>> orders(); // here
}
