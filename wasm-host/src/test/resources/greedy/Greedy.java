package greedy;

import dev.heddle.component.ComponentInterface;

@ComponentInterface
public interface Greedy {
  String be(String how);
}
