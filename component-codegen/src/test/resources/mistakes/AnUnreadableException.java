// expects: Each parameter of a declared exception's constructor has an accessor: no limit() or getLimit() of the same type in Full.limit. Add one, or remove the parameter.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnUnreadableException {
  void put() throws Full;

  final class Full extends Exception {
    Full(int limit) {} // here
  }
}
