package shapes;

import dev.heddle.component.ComponentInterface;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Every type that crosses a boundary, in every position; each method returns its argument. */
@ComponentInterface
public interface Shapes {
  Primitives primitives(Primitives value);

  Boxes boxes(Boxes value);

  Texts texts(Texts value);

  Lists lists(Lists value);

  Sets sets(Sets value);

  Maps maps(Maps value);

  Optionals optionals(Optionals value);

  Wrapped wrapped(Wrapped value);

  Tree tree(Tree value);

  Expression expression(Expression value);

  Outcome<String> outcome(Outcome<String> value);

  Page<Page<Color>> pages(Page<Page<Color>> value);

  Awkward awkward(Awkward value);

  Empty empty(Empty value);

  int number(int value);

  byte[] bytes(byte[] value);

  Color color(Color value);

  Optional<byte[]> maybe(Optional<byte[]> value);

  Map<Color, List<Integer>> map(Map<Color, List<Integer>> value);

  enum Color {
    RED,
    GREEN,
    deepBlue,
    UNSPECIFIED
  }

  record Primitives(
      boolean truth, byte tiny, short small, char letter, int count, long big, float rough, double fine) {}

  record Boxes(
      Boolean truth, Byte tiny, Short small, Character letter, Integer count, Long big, Float rough, Double fine) {}

  record Texts(
      String text,
      Color color,
      Instant instant,
      Duration duration,
      BigDecimal decimal,
      BigInteger integer,
      UUID uuid,
      URI uri,
      LocalDate date,
      LocalDateTime dateTime,
      ZonedDateTime zoned) {}

  record Lists(
      List<Boolean> truths,
      List<Byte> bytes,
      List<Short> shorts,
      List<Character> letters,
      List<Integer> ints,
      List<Long> longs,
      List<Float> floats,
      List<Double> doubles,
      List<String> texts,
      List<Color> colors,
      List<Instant> instants,
      List<Duration> durations,
      List<BigDecimal> decimals,
      List<UUID> uuids,
      List<LocalDate> dates,
      List<Leaf> leaves) {}

  record Sets(Set<Integer> ints, Set<String> texts, Set<Color> colors, Set<Leaf> leaves) {}

  record Maps(
      Map<String, Integer> counts,
      Map<Long, Leaf> leaves,
      Map<Boolean, String> names,
      Map<Color, Leaf> byColor,
      Map<Leaf, Double> byLeaf,
      Map<UUID, Instant> times,
      Map<Character, BigDecimal> prices,
      Map<String, List<Leaf>> groups,
      Map<String, Map<String, Color>> nested) {}

  record Optionals(
      Optional<Boolean> truth,
      Optional<Integer> count,
      Optional<Byte> tiny,
      Optional<Double> fine,
      Optional<String> text,
      Optional<Color> color,
      Optional<Instant> instant,
      Optional<UUID> uuid,
      Optional<URI> uri,
      Optional<BigDecimal> decimal,
      Optional<Leaf> leaf,
      Optional<Expression> expression) {}

  record Wrapped(
      List<List<String>> lists,
      Optional<List<Integer>> maybeList,
      List<Optional<String>> maybes,
      Optional<Optional<Leaf>> twice,
      List<Map<String, Leaf>> maps,
      Map<String, Set<Color>> sets,
      List<Set<List<Long>>> deep) {}

  record Leaf(String name, int weight) {
    public Leaf {
      if (weight < 0) throw new IllegalArgumentException("weight " + weight + " is negative");
    }
  }

  record Tree(Leaf leaf, List<Tree> children, Optional<Tree> twin) {}

  sealed interface Expression permits Binary, Constant, Negated {}

  sealed interface Binary extends Expression permits Sum, Product {}

  record Sum(Expression left, Expression right) implements Binary {}

  record Product(Expression left, Expression right) implements Binary {}

  record Constant(long value) implements Expression {}

  record Negated(Expression negated) implements Expression {}

  sealed interface Outcome<T> permits Success, Failure {}

  record Success<T>(T value, List<T> more) implements Outcome<T> {}

  record Failure<T>(String failure) implements Outcome<T> {}

  record Page<T>(List<T> items, Optional<Page<T>> next) {}

  /** Names that generated code uses for itself. */
  record Awkward(
      String out,
      int in,
      long tag,
      boolean begun,
      Leaf outer,
      List<Leaf> i,
      String awkward,
      String value,
      Optional<String> field,
      String userID,
      String userName2) {}

  record Empty() {}
}
