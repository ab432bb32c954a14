// > Sandboxable code writes to a log that was granted, not to the console or a logger.
// >   at shop.ad.LoudAd (LoudAd.java:12)
// >   found: Method <shop.ad.LoudAd.text()> gets field <java.lang.System.out>
// >   remedy: Take Log as a parameter of the constructor.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class LoudAd implements Ad {
  public String text() {
    System.out.println("ad");
    return "";
  }
}
