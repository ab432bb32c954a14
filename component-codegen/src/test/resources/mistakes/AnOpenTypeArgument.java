// expects: The type arguments of a sealed interface say those of its records: 'T' of Some stays open in Holder (its Some). Make it a type parameter of the sealed interface, or a type.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnOpenTypeArgument {
  void put(Holder holder);

  sealed interface Holder {}

  record Some<T>(T value) implements Holder {} // here
}
