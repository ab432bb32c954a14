package dev.heddle.test;

import dev.heddle.component.ValueStream;
import dev.heddle.test.RecordValues.RefusedValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws values of every type that crosses a component's border; never null. A value that came up
 * before comes again from time to time, so that a method is asked for what another was given. For
 * one thread.
 */
final class RandomValues {
  private static final int ATTEMPTS = 500;
  private static final int USUAL_DEPTH = 4;
  private static final int GREAT_DEPTH = 24;
  private static final int USUAL_SIZE = 60;
  private static final int GREAT_SIZE = 800;
  private static final int REMEMBERED = 48;

  private final RandomGenerator random;
  private final Map<Class<?>, Function<RandomGenerator, ?>> own;
  private final Map<Class<?>, List<Object>> seen = new HashMap<>();

  /** How many elements a value being drawn may still get. */
  private int size;

  /** How deep the value being drawn may be. */
  private int deepest;

  RandomValues(RandomGenerator random, Map<Class<?>, Function<RandomGenerator, ?>> own) {
    this.random = random;
    this.own = Map.copyOf(own);
  }

  /** Any value of a type. */
  Object draw(TypeShape type) {
    boolean great = random.nextInt(24) == 0;
    size = great ? GREAT_SIZE : USUAL_SIZE;
    deepest = random.nextInt(24) == 0 ? GREAT_DEPTH : USUAL_DEPTH;
    return draw(type, 0);
  }

  /** Takes note of a value, and of what it holds. */
  void remember(@Nullable Object value) {
    switch (value) {
      case null -> {}
      case Optional<?> optional -> optional.ifPresent(this::remember);
      case Map<?, ?> map -> {
        map.keySet().forEach(this::remember);
        map.values().forEach(this::remember);
      }
      case Iterable<?> values -> values.forEach(this::remember);
      case Record made -> {
        keep(made);
        RecordValues.components(made).forEach(this::remember);
      }
      case String text -> keep(text);
      case UUID uuid -> keep(uuid);
      default -> {}
    }
  }

  private void keep(Object value) {
    List<Object> known = seen.computeIfAbsent(value.getClass(), any -> new ArrayList<>());
    if (known.size() < REMEMBERED) known.add(value);
    else known.set(random.nextInt(REMEMBERED), value);
  }

  private Object draw(TypeShape type, int depth) {
    List<Object> known = seen.getOrDefault(type.raw(), List.of());
    if (!known.isEmpty() && type.arguments().isEmpty() && random.nextInt(4) == 0) {
      return known.get(random.nextInt(known.size()));
    }
    Function<RandomGenerator, ?> drawn = own.get(type.raw());
    return drawn == null ? derive(type, depth) : drawn.apply(random);
  }

  private Object derive(TypeShape type, int depth) {
    Class<?> raw = type.raw();
    if (raw == boolean.class || raw == Boolean.class) return random.nextBoolean();
    if (raw == byte.class || raw == Byte.class) return (byte) RandomNumbers.whole(random, 8);
    if (raw == short.class || raw == Short.class) return (short) RandomNumbers.whole(random, 16);
    if (raw == int.class || raw == Integer.class) return (int) RandomNumbers.whole(random, 32);
    if (raw == long.class || raw == Long.class) return RandomNumbers.whole(random, 64);
    if (raw == char.class || raw == Character.class) return (char) random.nextInt(0xD800);
    if (raw == float.class || raw == Float.class) return (float) RandomNumbers.floating(random);
    if (raw == double.class || raw == Double.class) return RandomNumbers.floating(random);
    if (raw == String.class) return RandomTexts.draw(random);
    if (raw == byte[].class) return bytes();
    if (raw == BigDecimal.class) return RandomNumbers.decimal(random);
    if (raw == BigInteger.class) return RandomNumbers.integer(random);
    if (raw == UUID.class) return new UUID(random.nextLong(), random.nextLong());
    if (raw == URI.class)
      return URI.create("https://example.com/" + random.nextInt(100) + "?q=%20");
    if (raw == Instant.class) return RandomNumbers.instant(random);
    if (raw == Duration.class) return RandomNumbers.duration(random);
    if (raw == LocalDate.class) return RandomNumbers.date(random);
    if (raw == LocalDateTime.class) return RandomNumbers.dateTime(random);
    if (raw == ZonedDateTime.class) {
      return ZonedDateTime.of(RandomNumbers.dateTime(random), RandomNumbers.zone(random));
    }
    return compose(type, depth);
  }

  private Object compose(TypeShape type, int depth) {
    Class<?> raw = type.raw();
    if (raw == List.class) return List.copyOf(elements(type.argument(0), depth));
    if (raw == ValueStream.class) return new StreamedValues(elements(type.argument(0), depth));
    if (raw == Set.class) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(elements(type.argument(0), depth)));
    }
    if (raw == Map.class) return map(type, depth);
    if (raw == Optional.class) {
      return depth < deepest && random.nextInt(3) > 0
          ? Optional.of(draw(type.argument(0), depth + 1))
          : Optional.empty();
    }
    if (raw.isEnum()) return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
    if (raw.isSealed()) return oneOf(type, depth);
    if (raw.isRecord()) return make(type, depth);
    throw new IllegalArgumentException(
        "nothing is known of how a " + raw.getName() + " is drawn. Give " + remedy(raw));
  }

  private Map<Object, Object> map(TypeShape type, int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object key : elements(type.argument(0), depth)) {
      map.put(key, draw(type.argument(1), depth + 1));
    }
    return Collections.unmodifiableMap(map);
  }

  private List<Object> elements(TypeShape type, int depth) {
    List<Object> elements = new ArrayList<>();
    if (depth >= deepest || size <= 0) return elements;
    int most = random.nextInt(size > USUAL_SIZE ? 2 : 8) == 0 ? size : Math.min(size, 4);
    int count = random.nextInt(most + 1);
    size -= count;
    for (int i = 0; i < count; i++) elements.add(draw(type, depth + 1));
    return elements;
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(10) == 0 ? random.nextInt(5_000) : random.nextInt(9)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** One of the records of a sealed interface; far down one that needs no more of them. */
  private Object oneOf(TypeShape type, int depth) {
    List<TypeShape> records = type.permitted();
    if (depth < deepest) return draw(records.get(random.nextInt(records.size())), depth + 1);
    return make(
        records.stream()
            .min((one, other) -> Integer.compare(height(one, 0), height(other, 0)))
            .orElseThrow(),
        depth + 1);
  }

  private static int height(TypeShape type, int above) {
    if (above > USUAL_DEPTH || !(type.raw().isRecord() || type.raw().isSealed())) return above;
    return type.raw().isRecord()
        ? type.components().stream().mapToInt(it -> height(it, above + 1)).max().orElse(above)
        : type.permitted().stream().mapToInt(it -> height(it, above + 1)).min().orElse(above);
  }

  private Object make(TypeShape type, int depth) {
    int left = size;
    String refused = "";
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      size = left;
      List<Object> components = new ArrayList<>();
      for (TypeShape component : type.components()) components.add(draw(component, depth + 1));
      try {
        return RecordValues.make(type.raw(), components);
      } catch (RefusedValueException refusal) {
        refused = refusal.getMessage();
      }
    }
    throw new IllegalArgumentException(
        ("none of %d random values of %s was one that its constructor takes; it said of the last:"
                + " %s. Give %s")
            .formatted(ATTEMPTS, type.raw().getName(), refused, remedy(type.raw())));
  }

  private static String remedy(Class<?> type) {
    return "such values: .with(%s.class, random -> ...)".formatted(type.getSimpleName());
  }
}
