package several;

import dev.heddle.component.ComponentInterface;
import java.util.Date;

@ComponentInterface
interface Several {
  Object put(Object value, int[] numbers, Item item);

  record Item(Date date) {}
}
