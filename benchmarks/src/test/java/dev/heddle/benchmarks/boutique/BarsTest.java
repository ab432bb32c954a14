package dev.heddle.benchmarks.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.benchmarks.boutique.Bars.Bar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BarsTest {
  private static final String SVG =
      new Bars(
              "Time & \"money\" < all",
              "ms",
              List.of(new Bar("slow", 8), new Bar("fast", 2), new Bar("slower", 12)))
          .svg();

  @Test
  void aBarIsAsLongAsItsValue() throws Exception {
    assertThat(attributes("rect", "width")).containsExactly("266.7", "66.7", "400.0");
  }

  @Test
  void barsAreComparedWithTheFirst() throws Exception {
    assertThat(texts())
        .containsExactly(
            "Time & \"money\" < all",
            "slow",
            "8.00 ms",
            "fast",
            "2.00 ms, 4.0 times less",
            "slower",
            "12.00 ms, 1.5 times more");
    assertThat(attributes("rect", "class")).containsExactly("first", "other", "other");
  }

  @Test
  void everythingIsWithinThePicture() throws Exception {
    String[] box = attributes("svg", "viewBox").getFirst().split(" ");
    assertThat(attributes("rect", "y"))
        .allSatisfy(y -> assertThat(Integer.parseInt(y) + 22).isLessThan(Integer.parseInt(box[3])));
    assertThat(SVG).contains("prefers-color-scheme: dark");
  }

  private static List<String> attributes(String element, String attribute) throws Exception {
    NodeList found = elements(element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      values.add(found.item(i).getAttributes().getNamedItem(attribute).getNodeValue());
    }
    return values;
  }

  private static List<String> texts() throws Exception {
    NodeList found = elements("text");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) texts.add(found.item(i).getTextContent());
    return texts;
  }

  private static NodeList elements(String name) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(SVG)))
        .getElementsByTagName(name);
  }
}
