// expects: Only values cross a component boundary: java.io.File in ABadCapability.delete(file). Make it a record.
package mistakes;

import dev.heddle.component.Capability;

@Capability
public interface ABadCapability {
  void delete(java.io.File file); // here
}
