package shop;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.EventOrigin;
import dev.heddle.component.Subscribe;

@ComponentInterface
public interface Audit {
  @Subscribe
  void note(CartEvent event, EventOrigin origin);

  int noted();

  @Subscribe
  void check(Checked checked) throws CartFull;
}
