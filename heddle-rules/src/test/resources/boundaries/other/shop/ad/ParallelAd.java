// > Sandboxable code uses of the JDK what a guest has.
// >   at shop.ad.ParallelAd (ParallelAd.java:13)
// >   found: Method <shop.ad.ParallelAd.text()> calls method <java.util.List.parallelStream()>
// >   remedy: Write it without that (docs/sandboxed-components.md lists what a guest has), or set runtime = Runtime.JVM on the implementation.
package shop.ad;

import dev.heddle.component.ComponentImplementation;
import java.util.List;

@ComponentImplementation
final class ParallelAd implements Ad {
  public String text() {
    return "" + List.of("a").parallelStream().count();
  }
}
