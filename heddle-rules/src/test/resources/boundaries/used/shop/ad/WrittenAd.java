package shop.ad;

import dev.heddle.component.ComponentImplementation;

@ComponentImplementation
final class WrittenAd implements Ad {
  public String text() {
    return shop.values.Texts.text();
  }
}
