// > Sandboxable code has no static mutable state.
// >   at shop.ad.CountedAd (CountedAd.java:14)
// >   found: static field shown is not final, of type int
// >   remedy: Keep constants in final fields of immutable types such as List.of(...), and state in a capability such as KeyValueStore.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class CountedAd implements Ad {
  private static int shown;

  public String text() {
    return "ad " + shown++;
  }
}
