package dev.heddle.sandbox.endive.objects;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Memory;
import run.endive.runtime.TrapException;
import run.endive.runtime.WasmGcRef;

/**
 * What compiled code does where a cast or a test is more than the JVM's: to a type of arrays, to an
 * abstract type, or where null passes a test.
 */
public final class CastInstructions {
  /** Those that {@link ObjectInstructions} replaces. */
  static final Set<String> NAMES =
      Set.of("castTest", "castTestNull", "refTest", "refTestNull", "heapTypeMatch");

  private CastInstructions() {}

  /** An object that is not null. */
  public static Object present(@Nullable Object reference) {
    if (reference == null) throw failed();
    return reference;
  }

  /** {@code ref.cast}. */
  public static Object castTest(@Nullable Object reference, int target, int source, Memory memory) {
    if (reference != null && matches(reference, target, memory)) return reference;
    throw failed();
  }

  /** {@code ref.cast null}. */
  public static @Nullable Object castTestNull(
      @Nullable Object reference, int target, int source, Memory memory) {
    if (reference == null || matches(reference, target, memory)) return reference;
    throw failed();
  }

  /** {@code ref.test}. */
  public static int refTest(@Nullable Object reference, int target, int source, Memory memory) {
    return reference != null && matches(reference, target, memory) ? 1 : 0;
  }

  /** {@code ref.test null}. */
  public static int refTestNull(@Nullable Object reference, int target, int source, Memory memory) {
    return reference == null || matches(reference, target, memory) ? 1 : 0;
  }

  /** {@code br_on_cast} and {@code br_on_cast_fail}. */
  public static boolean heapTypeMatch(
      @Nullable Object reference, boolean nullable, int target, int source, Memory memory) {
    return reference == null ? nullable : matches(reference, target, memory);
  }

  private static boolean matches(Object reference, int target, Memory memory) {
    Subtypes subtypes = ((TypedMemory) memory).subtypes();
    if (target >= 0 && reference instanceof WasmGcRef object) {
      int actual = object.typeIdx();
      return actual == target || subtypes.isSubtype(actual, target);
    }
    return subtypes.matches(reference, target);
  }

  private static TrapException failed() {
    return new TrapException("cast failure");
  }

  /** The memory of compiled code, which knows the module's types. */
  public interface TypedMemory {
    /** Those types. */
    Subtypes subtypes();
  }

  /** Which types are subtypes of which. */
  public interface Subtypes {
    /** Of declared types. */
    boolean isSubtype(int actual, int target);

    /** Whether an object is of an abstract type. */
    boolean matches(Object object, int target);
  }
}
