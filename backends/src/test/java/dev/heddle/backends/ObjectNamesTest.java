package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectNamesTest {

  @Test
  void sortAsTheKeysDoAndGiveThemBack() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String one = OrderedKeysTest.anyKey(random);
      String other = OrderedKeysTest.anyKey(random);
      String name = ObjectNames.name(one);
      assertThat(ObjectNames.key(name)).isEqualTo(one);
      assertThat(Integer.signum(name.compareTo(ObjectNames.name(other))))
          .isEqualTo(Integer.signum(one.compareTo(other)));
      assertThat(ObjectNames.name(one + other)).startsWith(name);
    }
  }

  @Test
  void areShortAndHaveNoSegmentThatAServerMightChange() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String key = "Photos/" + OrderedKeysTest.anyKey(random);
      String name = ObjectNames.name(key);
      assertThat(name).matches("[!-~]*").doesNotContain("//");
      assertThat(List.of(name.split("/"))).doesNotContain(".", "..");
      assertThat(name.length())
          .isLessThanOrEqualTo(2 * key.getBytes(StandardCharsets.UTF_8).length);
    }
  }

  @Test
  void areWhatAPersonWouldWriteForOrdinaryKeys() {
    assertThat(ObjectNames.name("Photos/2026/cat_1.png")).isEqualTo("Photos/2026/cat_1.png");
    assertThat(ObjectNames.name("Photos/../a b")).isEqualTo("Photos/.-./a!Vb");
  }
}
