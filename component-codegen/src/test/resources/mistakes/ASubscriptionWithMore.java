// expects: A @Subscribe method takes an event and, if it likes, an EventOrigin, and returns nothing: a second parameter of java.lang.String in ASubscriptionWithMore.on. Put it into the event, or make it an EventOrigin.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Event;
import dev.heddle.component.Subscribe;

@ComponentInterface
public interface ASubscriptionWithMore {
  @Subscribe
  void on(Placed placed, String more); // here

  @Event
  record Placed(String id) {}
}
