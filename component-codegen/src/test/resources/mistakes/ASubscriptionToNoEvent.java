// expects: A @Subscribe method takes an event and, if it likes, an EventOrigin, and returns nothing: a first parameter of mistakes.ASubscriptionToNoEvent.Placed, which is not marked @Event in ASubscriptionToNoEvent.on. Mark that type @Event, or take the sealed interface that is.
package mistakes;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Subscribe;

@ComponentInterface
public interface ASubscriptionToNoEvent {
  @Subscribe
  void on(Placed placed); // here

  record Placed(String id) {}
}
