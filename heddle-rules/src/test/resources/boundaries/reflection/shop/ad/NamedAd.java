// > Sandboxable code uses no reflection.
// >   at shop.ad.NamedAd (NamedAd.java:13)
// >   found: Method <shop.ad.NamedAd.text()> calls method <java.lang.Class.forName(java.lang.String)>
// >   remedy: Name the classes in the code, for instance in a switch.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class NamedAd implements Ad {
  public String text() {
    try {
      return "" + Class.forName("shop.ad.Ad");
    } catch (ClassNotFoundException missing) {
      return "";
    }
  }
}
