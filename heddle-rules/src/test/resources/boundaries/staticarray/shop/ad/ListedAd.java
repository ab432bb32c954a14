// > Sandboxable code has no static mutable state.
// >   at shop.ad.ListedAd (ListedAd.java:11)
// >   found: static field TEXTS is final, of type String[]
// >   remedy: Keep constants in final fields of immutable types such as List.of(...), and state in a capability such as KeyValueStore.
package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class ListedAd implements Ad {
  static final String[] TEXTS = {"buy"};

  public String text() {
    return TEXTS[0];
  }
}
