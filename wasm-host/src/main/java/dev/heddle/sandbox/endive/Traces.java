package dev.heddle.sandbox.endive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which functions of a guest were running when it made an exception: read off the host's stack,
 * where each has a method whose name ends in its index. The latest few are kept.
 */
final class Traces {
  private static final int KEPT = 32;
  private static final int DEEPEST = 100;
  private static final String PREFIX = "func_";
  private static final StackWalker STACK = StackWalker.getInstance();

  private final EndiveModule module;
  private final int[][] kept = new int[KEPT][0];
  private int taken;

  Traces(EndiveModule module) {
    this.module = module;
  }

  /** Keeps what runs now, and gives it a number above zero; 0 where functions have no names. */
  Long take() {
    if (!module.hasNames()) return 0L;
    taken = taken == Integer.MAX_VALUE ? 1 : taken + 1;
    kept[taken % KEPT] =
        STACK.walk(
            frames ->
                frames
                    .filter(frame -> frame.getClassName().startsWith(EndiveEngine.PACKAGE))
                    .map(frame -> index(frame.getMethodName()))
                    .flatMapToInt(OptionalInt::stream)
                    .limit(DEEPEST)
                    .toArray());
    return (long) taken;
  }

  private static OptionalInt index(String method) {
    if (!method.startsWith(PREFIX)) return OptionalInt.empty();
    return OptionalInt.of(Integer.parseInt(method, PREFIX.length(), method.length(), 10));
  }

  /** The names of functions, a line each, the innermost first; null for what is not kept. */
  byte @Nullable [] frames(int trace) {
    if (trace <= 0 || trace > taken || trace <= taken - KEPT) return null;
    int[] functions = kept[trace % KEPT];
    Map<Integer, String> names = module.names();
    List<String> lines =
        Arrays.stream(functions).mapToObj(names::get).filter(Objects::nonNull).toList();
    return lines.stream().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
  }
}
