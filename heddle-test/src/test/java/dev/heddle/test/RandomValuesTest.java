package dev.heddle.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.test.fixture.Wardrobe;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomValuesTest {
  private final Random random = new Random(7);

  @Test
  void drawsEveryConstantAndEveryRecord() {
    Set<Class<?>> things = new HashSet<>();
    Set<Object> sizes = new HashSet<>();
    for (Object thing : draw(Wardrobe.Thing.class, 200)) {
      things.add(thing.getClass());
      if (thing instanceof Wardrobe.Garment garment) sizes.add(garment.size());
    }
    assertThat(things).containsExactlyInAnyOrder(Wardrobe.Garment.class, Wardrobe.Bag.class);
    assertThat(sizes).containsExactlyInAnyOrder((Object[]) Wardrobe.Size.values());
  }

  @Test
  void drawsWhatIsDeepAndWhatIsLarge() throws Exception {
    assertThat(
            draw(Wardrobe.Bag.class, 600).stream()
                .mapToInt(RandomValuesTest::depth)
                .max()
                .orElse(0))
        .isGreaterThan(6);
    Type counts =
        Wardrobe.class.getMethod("label", List.class, Map.class).getGenericParameterTypes()[1];
    assertThat(draw(counts, 600).stream().mapToInt(map -> ((Map<?, ?>) map).size()).max().orElse(0))
        .isGreaterThan(300);
  }

  @Test
  void drawsTheEndsOfEachRange() {
    assertThat(draw(long.class, 500)).contains(Long.MAX_VALUE, Long.MIN_VALUE, 0L, -1L);
    assertThat(draw(byte.class, 500)).contains(Byte.MAX_VALUE, Byte.MIN_VALUE);
    assertThat(draw(double.class, 500)).contains(-0.0, Double.NaN, Double.MIN_VALUE);
  }

  @Test
  void givesWhatCameUpBeforeAgain() {
    RandomValues values = new RandomValues(random, Map.of());
    values.remember(List.of(Optional.of(new Wardrobe.Pair<>("seldom", "words"))));
    List<Object> drawn =
        IntStream.range(0, 100).mapToObj(i -> values.draw(TypeShape.of(String.class))).toList();
    assertThat(drawn).contains("seldom", "words");
  }

  @Test
  void drawsTextsWithoutHalvesOfPairs() {
    assertThat(draw(String.class, 2_000))
        .allSatisfy(
            text ->
                assertThat(text.toString().codePoints())
                    .noneMatch(it -> Character.getType(it) == Character.SURROGATE));
  }

  @Test
  void whateverIsMadeSmallerEndsWithTheSmallest() {
    Stream<Object> values =
        Stream.of(Wardrobe.Numbers.class, Wardrobe.Times.class, Wardrobe.Thing.class)
            .flatMap(type -> draw(type, 20).stream());
    values.forEach(
        value -> {
          Object smallest = value;
          int steps = 0;
          for (Optional<Object> less = Optional.of(value); less.isPresent(); steps++) {
            smallest = less.get();
            List<Object> smaller = SmallerValues.than(smallest).limit(20).toList();
            assertThat(smaller).doesNotContain(smallest);
            less =
                smaller.isEmpty()
                    ? Optional.empty()
                    : Optional.of(smaller.get(random.nextInt(smaller.size())));
            assertThat(steps).isLessThan(10_000);
          }
          if (smallest instanceof Wardrobe.Numbers numbers) {
            assertThat(numbers)
                .isEqualTo(
                    new Wardrobe.Numbers(
                        false,
                        (byte) 0,
                        (short) 0,
                        '\0',
                        0,
                        0,
                        0,
                        0,
                        BigInteger.ZERO,
                        BigDecimal.ZERO));
          }
        });
  }

  @Test
  void writesValuesAsJava() {
    assertThat(
            JavaText.of(
                new Wardrobe.Bag(
                    List.of(new Wardrobe.Garment("a\"\n\u00df", Wardrobe.Size.LARGE)),
                    Optional.empty())))
        .isEqualTo(
            "new Wardrobe.Bag(List.of(new Wardrobe.Garment(\"a\\\"\\n\\u00df\","
                + " Wardrobe.Size.LARGE)), Optional.empty())");
    assertThat(JavaText.of(List.of(1L, 1.5, Float.NaN, (byte) -1, new byte[] {1, -2})))
        .isEqualTo("List.of(1L, 1.5, Float.NaN, (byte) -1, new byte[] {1, -2})");
    assertThat(JavaText.of(Set.of(3, 1, 2))).isEqualTo("Set.of(1, 2, 3)");
  }

  private List<Object> draw(Type type, int count) {
    List<Object> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(new RandomValues(random, Map.of()).draw(TypeShape.of(type)));
    }
    return drawn;
  }

  private static int depth(Object thing) {
    return thing instanceof Wardrobe.Bag bag
        ? 1
            + Stream.concat(bag.things().stream(), bag.inner().stream())
                .mapToInt(RandomValuesTest::depth)
                .max()
                .orElse(0)
        : 0;
  }
}
