package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderedKeysTest {
  private static final int[] CHARACTERS = {
    0, 1, ' ', '!', '"', '-', '.', '/', '0', 'A', 'z', '{', '|', '}', '~', 0x7F, 0x80, 0x7FF, 0x800,
    0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF
  };

  static String anyKey(Random random) {
    StringBuilder key = new StringBuilder();
    int length = random.nextInt(6);
    for (int i = 0; i < length; i++) {
      key.appendCodePoint(CHARACTERS[random.nextInt(CHARACTERS.length)]);
    }
    return key.toString();
  }

  @Test
  void sortAsTheKeysDoAndGiveThemBack() {
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      String one = anyKey(random);
      String other = anyKey(random);
      byte[] bytes = OrderedKeys.bytes(one);
      assertThat(OrderedKeys.key(bytes)).isEqualTo(one);
      assertThat(Integer.signum(Arrays.compareUnsigned(bytes, OrderedKeys.bytes(other))))
          .isEqualTo(Integer.signum(one.compareTo(other)));
    }
  }

  @Test
  void areUtf8ForWhatStandsBelowTheSurrogates() {
    String key = "Cart/\u00e9\u4e2d";
    assertThat(OrderedKeys.bytes(key)).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
  }
}
