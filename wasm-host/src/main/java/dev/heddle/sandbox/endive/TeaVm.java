package dev.heddle.sandbox.endive;

import static java.util.Objects.requireNonNull;

import dev.heddle.sandbox.endive.Imported.Body;
import dev.heddle.sandbox.endive.objects.GuestArray.OfShorts;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.engine.HostFunctions;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the library that TeaVM compiles into a guest imports.
 *
 * <p>It was written for JavaScript, whose strings are Java's here. Throwables have a JavaScript
 * error beside them, made by functions that the library makes of source text: those are answered by
 * an object that means nothing. Whatever else would be JavaScript is refused when it is called.
 */
final class TeaVm {
  private static final Object NOTHING = new Object();
  private static final long STRING_BYTES = 56;
  private static final long CHARACTERS_PER_FUEL = 4;

  private final HostFunctions host;
  private final StringBuilder line = new StringBuilder();
  private @Nullable MeteredMemory memory;

  TeaVm(HostFunctions host) {
    this.host = host;
  }

  /** Strings of the host are paid for by this guest. */
  void spendFrom(MeteredMemory guest) {
    memory = guest;
  }

  Body function(String name) {
    return switch (name) {
      case "teavmMemory.notifyHeapResized", "teavm.decorateException" -> (_, _) -> null;
      case "teavm.takeStackTrace" -> (_, _) -> null;
      case "teavmDate.currentTimeMillis" -> (_, _) -> bits(host.millis());
      case "teavmConsole.putcharStdout" -> (numbers, _) -> print((char) numbers[0], 2);
      case "teavmConsole.putcharStderr" -> (numbers, _) -> print((char) numbers[0], 3);
      case "teavm.isnan" -> (numbers, _) -> bool(Double.isNaN(number(numbers[0])));
      case "teavm.isinf" -> (numbers, _) -> bool(Double.isInfinite(number(numbers[0])));
      case "teavm.isfinite" -> (numbers, _) -> bool(Double.isFinite(number(numbers[0])));
      case "teavmJso.stringBuiltinsSupported" -> (_, _) -> 0L;
      case "teavmJso.instanceOf", "teavmJso.instanceOfOrNull" -> (_, _) -> 0L;
      default -> {
        if (name.startsWith("wasm:js-string.")) yield string(name);
        if (name.startsWith("teavmMath.")) yield mathematics(name);
        if (isFunctionOfSourceText(name)) yield (_, _) -> NOTHING;
        yield refused(name);
      }
    };
  }

  private static boolean isFunctionOfSourceText(String name) {
    return name.startsWith("teavmJso.createFunction")
        || name.startsWith("teavmJso.bindFunction")
        || name.startsWith("teavmJso.callFunction");
  }

  private static Body refused(String name) {
    return (_, _) -> {
      throw new IllegalStateException("the guest asked for " + name + ", which a sandbox has not");
    };
  }

  private Body string(String name) {
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "fromCharCode" -> (numbers, _) -> paid(String.valueOf((char) numbers[0]));
      case "length" -> (_, references) -> (long) text(references[0]).length();
      case "charCodeAt" -> (numbers, references) -> (long) character(references[0], numbers[1]);
      case "equals" -> (_, references) -> equal(text(references[0]), references[1]);
      case "concat" -> (_, references) -> concat(text(references[0]), text(references[1]));
      case "substring" ->
          (numbers, references) -> substring(text(references[0]), numbers[1], numbers[2]);
      case "fromCharCodeArray" -> (numbers, references) -> fromArray(numbers, references);
      case "intoCharCodeArray" -> (numbers, references) -> intoArray(numbers, references);
      default -> refused(name);
    };
  }

  private static long character(@Nullable Object text, long index) {
    return text(text).charAt((int) index);
  }

  private String concat(String left, String right) {
    pay(left.length() + (long) right.length());
    return left.concat(right);
  }

  private String substring(String text, long from, long to) {
    int end = (int) Math.min(to & 0xffff_ffffL, text.length());
    int begin = (int) Math.min(from & 0xffff_ffffL, end);
    return paid(text.substring(begin, end));
  }

  private String fromArray(long[] numbers, @Nullable Object[] references) {
    OfShorts array = (OfShorts) requireNonNull(references[0]);
    int from = (int) numbers[1];
    int to = (int) numbers[2];
    if (from < 0 || to < from || to > array.length) throw new IndexOutOfBoundsException(to);
    pay(to - (long) from);
    return new String(array.elements, from, to - from);
  }

  private Long equal(String text, @Nullable Object other) {
    handle(text.length());
    return bool(text.equals(other));
  }

  private Long intoArray(long[] numbers, @Nullable Object[] references) {
    String text = text(references[0]);
    OfShorts array = (OfShorts) requireNonNull(references[1]);
    int start = (int) numbers[2];
    if (start < 0 || array.length - start < text.length()) {
      throw new IndexOutOfBoundsException(start);
    }
    handle(text.length());
    text.getChars(0, text.length(), array.elements, start);
    return (long) text.length();
  }

  private static String text(@Nullable Object reference) {
    if (reference instanceof String text) return text;
    throw new IllegalStateException("the guest gave something else than a string");
  }

  private String paid(String text) {
    pay(text.length());
    return text;
  }

  /** Pays before a string is made; one that the guest cannot pay for is not made. */
  private void pay(long characters) {
    MeteredMemory guest = requireNonNull(memory);
    handle(characters);
    guest.bytes -= STRING_BYTES + 2 * characters;
    if (guest.bytes < 0) throw new GuestTrapException("the guest has no bytes left");
  }

  /** Pays for looking at characters. */
  private void handle(long characters) {
    MeteredMemory guest = requireNonNull(memory);
    guest.spend(characters / CHARACTERS_PER_FUEL);
  }

  private Body mathematics(String name) {
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "random" -> (_, _) -> bits((host.entropy() >>> 11) * 0x1.0p-53);
      case "ceil" -> one(Math::ceil);
      case "floor" -> one(Math::floor);
      case "sqrt" -> one(Math::sqrt);
      case "cbrt" -> one(Math::cbrt);
      case "exp" -> one(Math::exp);
      case "expm1" -> one(Math::expm1);
      case "log" -> one(Math::log);
      case "log10" -> one(Math::log10);
      case "log1p" -> one(Math::log1p);
      case "sin" -> one(Math::sin);
      case "cos" -> one(Math::cos);
      case "tan" -> one(Math::tan);
      case "asin" -> one(Math::asin);
      case "acos" -> one(Math::acos);
      case "atan" -> one(Math::atan);
      case "sinh" -> one(Math::sinh);
      case "cosh" -> one(Math::cosh);
      case "tanh" -> one(Math::tanh);
      case "atan2" -> two(Math::atan2);
      case "pow" -> two(Math::pow);
      default -> refused(name);
    };
  }

  private static Body one(DoubleUnaryOperator function) {
    return (numbers, _) -> bits(function.applyAsDouble(number(numbers[0])));
  }

  private static Body two(DoubleBinaryOperator function) {
    return (numbers, _) -> bits(function.applyAsDouble(number(numbers[0]), number(numbers[1])));
  }

  private static double number(long bits) {
    return Double.longBitsToDouble(bits);
  }

  private static Long bits(double number) {
    return Double.doubleToRawLongBits(number);
  }

  private static Long bool(boolean value) {
    return value ? 1L : 0L;
  }

  private @Nullable Object print(char character, int level) {
    if (character == '\n' || line.length() == 1_000) {
      host.log(level, line.toString());
      line.setLength(0);
    }
    if (character != '\n') line.append(character);
    return null;
  }
}
