import dev.heddle.component.ComponentImplementation;
import dev.heddle.component.ComponentInterface;

@ComponentInterface
interface Unnamed {
  Line line(Line line);

  record Line(String text) {}

  @ComponentImplementation
  class Echo implements Unnamed {
    @Override
    public Line line(Line line) {
      return line;
    }
  }
}
