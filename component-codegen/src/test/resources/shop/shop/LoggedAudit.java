package shop;

import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.EventOrigin;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.Log;

@ComponentImplementation
final class LoggedAudit implements Audit {
  private final Log log;
  private final EventPublisher<Checked> checked;
  private int noted;

  LoggedAudit(Log log, EventPublisher<Checked> checked) {
    this.log = log;
    this.checked = checked;
  }

  @Override
  public void note(CartEvent event, EventOrigin origin) {
    log.info(event + " of " + origin.producer());
    checked.publish(new Checked("note", ++noted));
  }

  @Override
  public int noted() {
    return noted;
  }

  @Override
  public void check(Checked checked) throws CartFull {
    if (checked.count() > 10) throw new CartFull("at most 10", 10);
  }
}
