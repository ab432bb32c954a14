package dev.heddle.test;

import dev.heddle.test.RecordValues.RefusedValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Smaller values of the same type, the smallest first: nearer to nothing in one respect. Following
 * them ends, since none is as large as what it was made of. Records are made by their constructors,
 * so none comes that could not be.
 */
final class SmallerValues {
  private SmallerValues() {}

  static Stream<Object> than(Object value) {
    return switch (value) {
      case Boolean bool -> bool ? Stream.of(false) : Stream.empty();
      case Byte number -> whole(number, Byte.MIN_VALUE).map(Long::byteValue);
      case Short number -> whole(number, Short.MIN_VALUE).map(Long::shortValue);
      case Integer number -> whole(number, Integer.MIN_VALUE).map(Long::intValue);
      case Long number -> whole(number, Long.MIN_VALUE).map(it -> it);
      case Character character -> whole(character, 0).map(it -> (char) it.longValue());
      case Double number -> floating(number).map(it -> it);
      case Float number -> floating(number).map(Double::floatValue);
      case String text -> texts(text).map(it -> it);
      case byte[] bytes -> bytes(bytes);
      case Enum<?> constant ->
          Stream.<Object>of((Object[]) constant.getDeclaringClass().getEnumConstants())
              .limit(constant.ordinal());
      case BigInteger number -> integers(number).map(it -> it);
      case BigDecimal number -> decimals(number);
      case List<?> list -> lists(list).map(List::copyOf);
      case StreamedValues streamed -> lists(streamed.values()).map(StreamedValues::new);
      case Set<?> set ->
          lists(List.copyOf(set)).map(it -> Collections.unmodifiableSet(new LinkedHashSet<>(it)));
      case Map<?, ?> map -> maps(map);
      case Optional<?> optional ->
          optional.stream()
              .flatMap(
                  it -> Stream.concat(Stream.of(Optional.empty()), than(it).map(Optional::of)));
      case Record made -> records(made);
      default -> simplest(value);
    };
  }

  /** What has one simplest value, and nothing between it and another. */
  private static Stream<Object> simplest(Object value) {
    Object simplest =
        switch (value) {
          case UUID uuid -> new UUID(0, 0);
          case URI uri -> URI.create("a:b");
          case Instant instant -> Instant.EPOCH;
          case Duration duration -> Duration.ZERO;
          case LocalDate date -> LocalDate.EPOCH;
          case LocalDateTime date -> LocalDate.EPOCH.atStartOfDay();
          case ZonedDateTime date -> LocalDate.EPOCH.atStartOfDay(ZoneOffset.UTC);
          default -> value;
        };
    return Stream.of(simplest).filter(it -> !it.equals(value));
  }

  private static Stream<Long> whole(long number, long least) {
    if (number == 0) return Stream.empty();
    List<Long> smaller = new ArrayList<>();
    if (number < 0 && number != least) smaller.add(-number);
    for (long less = number; less != 0; less /= 2) smaller.add(number - less);
    return smaller.stream();
  }

  private static Stream<Double> floating(double number) {
    if (number == 0) return 1 / number < 0 ? Stream.of(0.0) : Stream.empty();
    Stream<Double> fixed = Stream.of(0.0, 1.0, Math.rint(number), number / 2);
    return fixed.filter(
        it -> Double.isNaN(number) ? !Double.isNaN(it) : Math.abs(it) < Math.abs(number));
  }

  private static Stream<BigInteger> integers(BigInteger number) {
    if (number.signum() == 0) return Stream.empty();
    Stream<BigInteger> smaller =
        Stream.of(BigInteger.ZERO, number.shiftRight(number.bitLength() / 2), number.shiftRight(1));
    return smaller.filter(it -> it.abs().compareTo(number.abs()) < 0);
  }

  private static Stream<Object> decimals(BigDecimal number) {
    Stream<Object> scales =
        number.scale() == 0
            ? Stream.empty()
            : Stream.of(0, number.scale() / 2)
                .filter(scale -> scale != number.scale())
                .map(scale -> new BigDecimal(number.unscaledValue(), scale));
    return Stream.concat(
        scales, integers(number.unscaledValue()).map(it -> new BigDecimal(it, number.scale())));
  }

  private static Stream<String> texts(String text) {
    List<Integer> letters = text.codePoints().boxed().toList();
    return parts(letters, letter -> letter == 'a' ? Stream.empty() : Stream.of((int) 'a'))
        .map(
            part ->
                part.stream()
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }

  private static Stream<Object> bytes(byte[] bytes) {
    List<Byte> boxed = IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    return parts(boxed, it -> it == 0 ? Stream.empty() : Stream.of((byte) 0))
        .map(SmallerValues::array);
  }

  private static byte[] array(List<Byte> bytes) {
    byte[] array = new byte[bytes.size()];
    for (int i = 0; i < array.length; i++) array[i] = bytes.get(i);
    return array;
  }

  private static Stream<List<Object>> lists(List<?> list) {
    return parts(List.<Object>copyOf(list), SmallerValues::than);
  }

  private static Stream<Object> maps(Map<?, ?> map) {
    List<Map.Entry<Object, Object>> entries =
        map.entrySet().stream()
            .map(it -> Map.<Object, Object>entry(it.getKey(), it.getValue()))
            .toList();
    return parts(entries, SmallerValues::entries)
        .map(
            part -> {
              Map<Object, Object> smaller = new LinkedHashMap<>();
              part.forEach(entry -> smaller.put(entry.getKey(), entry.getValue()));
              return Collections.unmodifiableMap(smaller);
            });
  }

  private static Stream<Map.Entry<Object, Object>> entries(Map.Entry<Object, Object> entry) {
    return Stream.concat(
        than(entry.getKey()).map(key -> Map.entry(key, entry.getValue())),
        than(entry.getValue()).map(value -> Map.entry(entry.getKey(), value)));
  }

  /** Without all, without half, a quarter ... a single one, and then with one that is smaller. */
  private static <T> Stream<List<T>> parts(List<T> whole, Function<T, Stream<T>> smaller) {
    int size = whole.size();
    Stream<List<T>> shorter =
        Stream.iterate(size, length -> length > 0, length -> length / 2)
            .flatMap(
                length ->
                    Stream.iterate(0, at -> at < size, at -> at + length)
                        .map(at -> without(whole, at, Math.min(size, at + length))));
    Stream<List<T>> simpler =
        IntStream.range(0, size)
            .boxed()
            .flatMap(at -> smaller.apply(whole.get(at)).map(it -> with(whole, at, it)));
    return Stream.concat(shorter, simpler);
  }

  private static <T> List<T> without(List<T> whole, int from, int to) {
    List<T> rest = new ArrayList<>(whole.subList(0, from));
    rest.addAll(whole.subList(to, whole.size()));
    return rest;
  }

  static <T> List<T> with(List<T> whole, int at, T value) {
    List<T> changed = new ArrayList<>(whole);
    changed.set(at, value);
    return changed;
  }

  /** Records of its own type inside a record, and records with a component that is smaller. */
  private static Stream<Object> records(Record made) {
    List<Object> components = RecordValues.components(made);
    Stream<Object> inner =
        components.stream()
            .flatMap(it -> it instanceof List<?> list ? list.stream() : Stream.of(it))
            .flatMap(it -> it instanceof Optional<?> some ? some.stream() : Stream.of(it))
            .filter(it -> it.getClass() == made.getClass())
            .map(it -> it);
    Stream<Object> simpler =
        IntStream.range(0, components.size())
            .boxed()
            .flatMap(at -> than(components.get(at)).map(it -> with(components, at, it)))
            .flatMap(changed -> made(made.getClass(), changed));
    return Stream.concat(inner, simpler);
  }

  private static Stream<Object> made(Class<?> type, List<Object> components) {
    try {
      return Stream.of(RecordValues.make(type, components));
    } catch (RefusedValueException impossible) {
      return Stream.empty();
    }
  }
}
