// > Sandboxable code uses nothing of Spring or Jakarta.
// >   at shop.ad.SpringAd (SpringAd.java:13)
// >   found: Method <shop.ad.SpringAd.text()> calls method <org.springframework.util.StringUtils.capitalize(java.lang.String)>
// >   remedy: Write the implementation in plain Java, with what it needs as parameters of the constructor, or set runtime = Runtime.JVM on it.
package shop.ad;

import dev.heddle.component.ComponentImplementation;
import org.springframework.util.StringUtils;

@ComponentImplementation
final class SpringAd implements Ad {
  public String text() {
    return StringUtils.capitalize("buy");
  }
}
