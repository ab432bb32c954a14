// expects: Only values cross a component boundary: java.util.stream.Stream<java.lang.String> in the result of AStream.names. Use a List or, as a method's whole result or parameter, a ValueStream.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AStream {
  java.util.stream.Stream<String> names(); // here
}
