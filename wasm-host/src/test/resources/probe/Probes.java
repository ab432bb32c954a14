package probe;

import dev.heddle.component.ComponentInterface;
import java.util.List;

@ComponentInterface
public interface Probes {
  List<String> names();

  String answer(String name);
}
