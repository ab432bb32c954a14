// expects: Only values cross a component boundary: Nest with type arguments that never end in Nest.deeper. Let the generic record refer to itself with its own arguments.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AGrowingType {
  void put(Nest<String> nest);

  record Nest<T>(
      T value,
      java.util.Optional<Nest<java.util.List<T>>> deeper // here
      ) {}
}
