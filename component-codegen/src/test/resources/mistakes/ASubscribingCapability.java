// expects: A capability subscribes to nothing: @Subscribe in ASubscribingCapability.on. Subscribe in a component's interface.
package mistakes;

import dev.heddle.component.Capability;
import dev.heddle.component.Event;
import dev.heddle.component.Subscribe;

@Capability
public interface ASubscribingCapability {
  @Subscribe
  void on(Placed placed); // here

  @Event
  record Placed(String id) {}
}
