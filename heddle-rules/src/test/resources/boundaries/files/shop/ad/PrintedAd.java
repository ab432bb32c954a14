// > Sandboxable code opens no files.
// >   at shop.ad.PrintedAd (PrintedAd.java:12)
// >   found: Method <shop.ad.PrintedAd.text()> calls constructor <java.io.File.<init>(java.lang.String)>
// >   remedy: Take a capability such as KeyValueStore as a parameter of the constructor, or set runtime = Runtime.JVM on the implementation.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class PrintedAd implements Ad {
  public String text() {
    return "" + new java.io.File("ad.txt");
  }
}
