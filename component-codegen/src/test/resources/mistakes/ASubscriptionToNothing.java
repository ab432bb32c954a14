// expects: A @Subscribe method takes an event and, if it likes, an EventOrigin, and returns nothing: no parameter in ASubscriptionToNothing.on. Take the event first, and at most an EventOrigin beside it.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Subscribe;

@ComponentInterface
public interface ASubscriptionToNothing {
  @Subscribe
  void on(); // here
}
