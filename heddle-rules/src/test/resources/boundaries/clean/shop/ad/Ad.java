package shop.ad;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface Ad {
  String text();
}
