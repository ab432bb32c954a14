// > Sandboxable code has no static mutable state.
// >   at shop.ad.RememberedAd (RememberedAd.java:12)
// >   found: static field SEEN is final, of type ConcurrentHashMap
// >   remedy: Keep constants in final fields of immutable types such as List.of(...), and state in a capability such as KeyValueStore.
package shop.ad;

import dev.heddle.component.ComponentImplementation;
import java.util.concurrent.ConcurrentHashMap;

@ComponentImplementation
final class RememberedAd implements Ad {
  static final ConcurrentHashMap<String, String> SEEN = new ConcurrentHashMap<>();

  public String text() {
    return SEEN.toString();
  }
}
