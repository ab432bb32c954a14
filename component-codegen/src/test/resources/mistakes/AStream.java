// expects: Only values cross a component boundary: java.util.stream.Stream<java.lang.String> in the result of AStream.names. Return a List, in pages when it is long.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AStream {
  java.util.stream.Stream<String> names(); // here
}
