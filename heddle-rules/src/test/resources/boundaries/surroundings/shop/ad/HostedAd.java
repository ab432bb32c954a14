// > Sandboxable code neither asks for the surroundings of its process nor changes them.
// >   at shop.ad.HostedAd (HostedAd.java:13)
// >   found: Method <shop.ad.HostedAd.text()> references method <java.lang.System.getenv(java.lang.String)>
// >   remedy: Take Settings as a parameter of the constructor, and report failures by exceptions.
package shop.ad;

import dev.heddle.component.ComponentImplementation;
import java.util.function.UnaryOperator;

@ComponentImplementation
final class HostedAd implements Ad {
  public String text() {
    UnaryOperator<String> surroundings = System::getenv;
    return surroundings.apply("HOST");
  }
}
