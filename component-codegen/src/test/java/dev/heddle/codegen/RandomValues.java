package dev.heddle.codegen;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Random values of any type that crosses a boundary; the same for the same seed. */
final class RandomValues {
  private static final int DEEPEST = 5;
  private static final List<String> TEXTS =
      List.of("", "a", "sku-1", "ü", "日本語", "🧵 heddle", "\u0000", "\uFFFD", "x".repeat(200));
  private static final List<String> ZONES = List.of("UTC", "Europe/Paris", "America/St_Johns", "Z");

  private final RandomGenerator random;
  private final Map<Class<?>, Supplier<Object>> leaves = new HashMap<>();

  RandomValues(RandomGenerator random) {
    this.random = random;
    leaf(boolean.class, Boolean.class, random::nextBoolean);
    leaf(byte.class, Byte.class, () -> (byte) number());
    leaf(short.class, Short.class, () -> (short) number());
    leaf(char.class, Character.class, () -> (char) number());
    leaf(int.class, Integer.class, () -> (int) number());
    leaf(long.class, Long.class, this::number);
    leaf(float.class, Float.class, () -> (float) real());
    leaf(double.class, Double.class, this::real);
    leaves.put(String.class, () -> TEXTS.get(random.nextInt(TEXTS.size())));
    leaves.put(byte[].class, this::bytes);
    leaves.put(
        Instant.class, () -> Instant.ofEpochSecond(seconds(), random.nextInt(1_000_000_000)));
    leaves.put(Duration.class, () -> Duration.ofSeconds(seconds(), random.nextInt(1_000_000_000)));
    leaves.put(BigInteger.class, () -> new BigInteger(random.nextInt(200), asJavaRandom()));
    leaves.put(
        BigDecimal.class,
        () -> new BigDecimal(BigInteger.valueOf(number()), random.nextInt(-20, 20)));
    leaves.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
    leaves.put(URI.class, () -> URI.create("https://a.b/c?d=" + number()));
    leaves.put(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(-1_000_000, 5_000_000)));
    leaves.put(LocalDateTime.class, this::dateTime);
    leaves.put(
        ZonedDateTime.class,
        () -> dateTime().atZone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))));
  }

  private void leaf(Class<?> primitive, Class<?> box, Supplier<Object> values) {
    leaves.put(primitive, values);
    leaves.put(box, values);
  }

  Object of(Type type) {
    return of(type, Map.of(), 0);
  }

  private Object of(Type type, Map<TypeVariable<?>, Type> bound, int depth) {
    if (type instanceof TypeVariable<?> variable)
      return of(Objects.requireNonNull(bound.get(variable)), Map.of(), depth);
    List<Type> arguments = arguments(type, bound);
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType of ? of.getRawType() : type);
    if (leaves.containsKey(raw)) return leaves.get(raw).get();
    if (raw.isEnum()) return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
    if (raw == List.class) return many(arguments.get(0), depth);
    if (raw == Set.class) return new LinkedHashSet<>(many(arguments.get(0), depth));
    if (raw == Map.class) return map(arguments, depth);
    if (raw == Optional.class) {
      return depth >= DEEPEST || random.nextInt(3) == 0
          ? Optional.empty()
          : Optional.of(of(arguments.get(0), Map.of(), depth + 1));
    }
    Map<TypeVariable<?>, Type> inner = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++)
      inner.put(raw.getTypeParameters()[i], arguments.get(i));
    if (raw.isSealed()) return permitted(raw, arguments, depth);
    return record(raw, inner, depth);
  }

  private static List<Type> arguments(Type type, Map<TypeVariable<?>, Type> bound) {
    if (!(type instanceof ParameterizedType generic)) return List.of();
    List<Type> arguments = new ArrayList<>();
    for (Type argument : generic.getActualTypeArguments()) arguments.add(Bound.of(argument, bound));
    return arguments;
  }

  private List<Object> many(Type element, int depth) {
    int size = depth >= DEEPEST || random.nextInt(4) == 0 ? 0 : random.nextInt(4);
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < size; i++) values.add(of(element, Map.of(), depth + 1));
    return values;
  }

  private Map<Object, Object> map(List<Type> arguments, int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (Object key : many(arguments.get(0), depth)) {
      map.put(key, of(arguments.get(1), Map.of(), depth + 1));
    }
    return map;
  }

  private Object permitted(Class<?> sealed, List<Type> arguments, int depth) {
    Class<?>[] choices = sealed.getPermittedSubclasses();
    // The fixtures put a member that ends the recursion at index 1.
    Class<?> chosen =
        choices[depth >= DEEPEST && choices.length > 2 ? 1 : random.nextInt(choices.length)];
    Type type = arguments.isEmpty() ? chosen : new Bound(chosen, arguments);
    return of(type, Map.of(), depth + 1);
  }

  private Object record(Class<?> type, Map<TypeVariable<?>, Type> bound, int depth) {
    RecordShape shape = RecordShape.of(type);
    Object[] values = new Object[shape.names().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = of(shape.types().get(i), bound, depth + 1);
      // The one rule of the fixtures' constructors.
      if (shape.names().get(i).equals("weight")) values[i] = (int) values[i] & Integer.MAX_VALUE;
    }
    try {
      return shape.constructor().newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private long number() {
    return switch (random.nextInt(4)) {
      case 0 -> 0;
      case 1 -> random.nextInt(-130, 130);
      case 2 -> random.nextInt();
      default -> random.nextLong();
    };
  }

  private double real() {
    return switch (random.nextInt(5)) {
      case 0 -> 0.0;
      case 1 -> -0.0;
      case 2 -> Double.NaN;
      case 3 -> Double.NEGATIVE_INFINITY;
      default -> random.nextDouble() * 1e9;
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(5)];
    random.nextBytes(bytes);
    return bytes;
  }

  private long seconds() {
    return random.nextInt(3) == 0 ? 0 : random.nextLong(-60_000_000_000L, 200_000_000_000L);
  }

  private LocalDateTime dateTime() {
    return LocalDateTime.ofEpochSecond(
        seconds(), random.nextInt(1_000_000_000), java.time.ZoneOffset.UTC);
  }

  private java.util.Random asJavaRandom() {
    return new java.util.Random(random.nextLong());
  }

  /** A generic type whose arguments are known. */
  record Bound(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    static Type of(Type type, Map<TypeVariable<?>, Type> bound) {
      if (type instanceof TypeVariable<?> variable)
        return Objects.requireNonNull(bound.get(variable));
      if (!(type instanceof ParameterizedType generic)) return type;
      List<Type> arguments = new ArrayList<>();
      for (Type argument : generic.getActualTypeArguments()) arguments.add(of(argument, bound));
      return new Bound((Class<?>) generic.getRawType(), arguments);
    }

    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return raw.getDeclaringClass();
    }
  }
}
