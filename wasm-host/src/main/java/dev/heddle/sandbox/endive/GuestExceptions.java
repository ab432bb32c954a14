package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.GuestArray.OfShorts;
import dev.heddle.sandbox.endive.objects.GuestStruct;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmException;

/** Asks a Java guest for the message of an exception that left it. */
final class GuestExceptions {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 3;
  private static final String VIRTUAL_TABLE = "field0";

  private final Instance instance;
  private final MeteredMemory memory;
  private final int message;

  /**
   * Knows whom to ask.
   *
   * @param message index of the function that gives an exception's message, -1 if there is none
   */
  GuestExceptions(Instance instance, MeteredMemory memory, int message) {
    this.instance = instance;
    this.memory = memory;
    this.message = message;
  }

  /** The message behind a colon, or nothing where it cannot be had. */
  String message(WasmException thrown) {
    @Nullable Object @Nullable [] arguments = thrown.refArgs();
    if (message < 0 || arguments == null || arguments.length == 0) return "";
    long held = memory.held;
    long fuel = memory.fuel;
    try {
      @Nullable Object[] exception = {arguments[0]};
      Object text =
          instance.getMachine().callWithRefs(message, new long[1], exception).refResult(0);
      OfShorts characters = characters(text, DEEPEST);
      return characters == null ? "" : ": " + text(characters);
    } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
      return "";
    } finally {
      memory.held = held;
      memory.fuel = fuel;
    }
  }

  private static @Nullable OfShorts characters(@Nullable Object object, int depth)
      throws IllegalAccessException {
    if (object instanceof OfShorts array) return array;
    if (depth == 0 || !(object instanceof GuestStruct struct)) return null;
    for (Field field : struct.getClass().getFields()) {
      if (field.getType() != Object.class || field.getName().equals(VIRTUAL_TABLE)) continue;
      OfShorts found = characters(field.get(struct), depth - 1);
      if (found != null) return found;
    }
    return null;
  }

  private static String text(OfShorts characters) {
    return new String(characters.elements, 0, Math.min(LONGEST, characters.length));
  }
}
