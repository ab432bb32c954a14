// expects: An implementation runs in at least one process: maxReplicas = -1 in Kept. Say 1 for what must be single, or leave it out for any number.
package mistakes;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

final class NegativeReplicas {
  @ComponentInterface
  interface Cart {}

  @ComponentInterface
  interface Catalog {}

  @ComponentImplementation(maxReplicas = -1)
  static final class Kept implements Cart {} // here
}
