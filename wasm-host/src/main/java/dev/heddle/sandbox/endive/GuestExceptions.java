package dev.heddle.sandbox.endive;

import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmException;
import run.endive.runtime.WasmStruct;

/** Asks a Java guest for the message of an exception that left it. */
final class GuestExceptions {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 3;

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
    long meter = memory.meter;
    try {
      @Nullable Object[] exception = {arguments[0]};
      Object text =
          instance.getMachine().callWithRefs(message, new long[1], exception).refResult(0);
      WasmArray characters = characters(text, DEEPEST);
      return characters == null ? "" : ": " + text(characters);
    } catch (RuntimeException | StackOverflowError e) {
      return "";
    } finally {
      memory.meter = meter;
    }
  }

  private static @Nullable WasmArray characters(@Nullable Object object, int depth) {
    if (object instanceof WasmArray array) return array.elementRefs() == null ? array : null;
    if (depth == 0 || !(object instanceof WasmStruct struct)) return null;
    for (int i = 1; i < struct.fieldCount(); i++) {
      WasmArray found = characters(struct.fieldRef(i), depth - 1);
      if (found != null) return found;
    }
    return null;
  }

  private static String text(WasmArray characters) {
    StringBuilder text = new StringBuilder();
    int length = Math.min(LONGEST, characters.length());
    for (int i = 0; i < length; i++) text.append((char) characters.get(i));
    return text.toString();
  }
}
