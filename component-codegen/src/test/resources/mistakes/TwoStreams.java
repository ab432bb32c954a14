// expects: A method takes at most one stream: a second ValueStream in TwoStreams.put(refunds). Make it one stream of a sealed interface, or take the shorter one as a List.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.ValueStream;

@ComponentInterface
public interface TwoStreams {
  void put(
      ValueStream<String> orders,
      ValueStream<String> refunds); // here
}
