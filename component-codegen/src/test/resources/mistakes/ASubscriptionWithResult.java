// expects: A @Subscribe method takes an event and, if it likes, an EventOrigin, and returns nothing: the result boolean in ASubscriptionWithResult.on. Return void; nobody takes the result.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Event;
import dev.heddle.component.Subscribe;

@ComponentInterface
public interface ASubscriptionWithResult {
  @Subscribe
  boolean on(Placed placed); // here

  @Event
  record Placed(String id) {}
}
