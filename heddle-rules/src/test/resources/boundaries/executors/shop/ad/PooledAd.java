// > Sandboxable code starts no threads.
// >   at shop.ad.PooledAd (PooledAd.java:12)
// >   found: Method <shop.ad.PooledAd.text()> calls method <java.util.concurrent.ForkJoinPool.commonPool()>
// >   remedy: Do the work in the call itself, or set runtime = Runtime.JVM on the implementation.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class PooledAd implements Ad {
  public String text() {
    return "" + java.util.concurrent.ForkJoinPool.commonPool();
  }
}
