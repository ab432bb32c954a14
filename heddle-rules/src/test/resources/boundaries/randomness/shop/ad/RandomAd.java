// > Sandboxable code takes randomness from a capability.
// >   at shop.ad.RandomAd (RandomAd.java:13)
// >   found: Method <shop.ad.RandomAd.text()> calls constructor <java.util.Random.<init>()>
// >   remedy: Take RandomSource as a parameter of the constructor.
package shop.ad;

import dev.heddle.component.ComponentImplementation;
import java.util.Random;

@ComponentImplementation
final class RandomAd implements Ad {
  public String text() {
    return "advertisement " + new Random().nextInt() + new Random(7).nextInt();
  }
}
