// expects: Only values cross a component boundary: java.util.Date in AnOldDate.at(day). Use Instant.
package mistakes;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface AnOldDate {
  void at(java.util.Date day); // here
}
