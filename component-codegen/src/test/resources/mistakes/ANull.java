// expects: No null crosses a component boundary: @Nullable in ANull.put(name). Use Optional instead.
package mistakes;

import dev.heddle.component.ComponentInterface;
import org.jspecify.annotations.Nullable;

@ComponentInterface
public interface ANull {
  void put(@Nullable String name); // here
}
