// expects: @Idempotent speaks of a method of a component interface: a method of the class AnIdempotentImplementation in AnIdempotentImplementation.get. Move it to the interface's method.
package mistakes;

import dev.heddle.component.Idempotent;

final class AnIdempotentImplementation {
  @Idempotent
  void get() {} // here
}
