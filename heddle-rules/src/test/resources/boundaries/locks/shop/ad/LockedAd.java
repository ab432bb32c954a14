// > Sandboxable code takes no locks and waits for nobody.
// >   at shop.ad.LockedAd (LockedAd.java:12)
// >   found: Method <shop.ad.LockedAd.text()> calls constructor <java.util.concurrent.Semaphore.<init>(int)>
// >   remedy: Use a plain field: a call has its instance to itself. Or set runtime = Runtime.JVM on the implementation.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class LockedAd implements Ad {
  public String text() {
    return new java.util.concurrent.Semaphore(1).toString();
  }
}
