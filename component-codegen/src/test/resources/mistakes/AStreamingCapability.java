// expects: A capability neither takes nor returns a stream: ValueStream in AStreamingCapability.lines. Use a List, in pages when it is long, or make it a component.
package mistakes;

import dev.heddle.component.Capability;
import dev.heddle.component.ValueStream;

@Capability
public interface AStreamingCapability {
  ValueStream<String> lines(); // here
}
