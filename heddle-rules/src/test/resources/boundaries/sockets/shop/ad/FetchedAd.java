// > Sandboxable code opens no sockets.
// >   at shop.ad.FetchedAd (FetchedAd.java:12)
// >   found: Method <shop.ad.FetchedAd.text()> calls method <java.net.http.HttpClient.newHttpClient()>
// >   remedy: Take a capability as a parameter of the constructor (an interface marked @Capability with a Spring bean behind it), or set runtime = Runtime.JVM on the implementation.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class FetchedAd implements Ad {
  public String text() {
    return "" + java.net.http.HttpClient.newHttpClient();
  }
}
