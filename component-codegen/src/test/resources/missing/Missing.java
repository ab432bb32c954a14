import dev.heddle.component.ComponentInterface;
import java.util.List;

@ComponentInterface
interface Missing {
  void put(List<NoSuchType> values, int[] numbers);
}
