// > Sandboxable code starts no threads.
// >   at shop.ad.BusyAd (BusyAd.java:12)
// >   found: Method <shop.ad.BusyAd.text()> calls method <java.lang.Thread.startVirtualThread(java.lang.Runnable)>
// >   remedy: Do the work in the call itself, or set runtime = Runtime.JVM on the implementation.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class BusyAd implements Ad {
  public String text() {
    Thread.startVirtualThread(() -> {});
    return "";
  }
}
