// > Sandboxable code takes the time from a capability.
// >   at shop.ad.TimedAd (TimedAd.java:21)
// >   found: Method <shop.ad.TimedAd.text()> calls method <java.time.LocalDate.now(java.time.ZoneId)>
// >   remedy: Take java.time.InstantSource as a parameter of the constructor.
package shop.ad;

import dev.heddle.component.ComponentImplementation;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

@ComponentImplementation
final class TimedAd implements Ad {
  private final InstantSource clock;

  TimedAd(InstantSource clock) {
    this.clock = clock;
  }

  public String text() {
    return LocalDate.now(ZoneOffset.UTC) + " " + LocalDate.now(clock.withZone(ZoneOffset.UTC));
  }
}
