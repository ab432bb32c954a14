package dev.heddle.sandbox.module;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A module that somebody wrote to do harm.
 *
 * @param tries what it tries
 * @param end what becomes of it
 * @param abi which host it is for
 * @param module makes it
 */
public record HostileModule(String tries, End end, GuestAbi abi, Supplier<byte[]> module) {

  /** What may become of a module. */
  public sealed interface End {}

  /** It is not loaded, for a reason in which these words occur. */
  public record Refused(String words) implements End {}

  /** Its call ends at a limit. */
  public record Limit(String limit) implements End {}

  /** Its call traps, for a reason in which these words occur. */
  public record Trap(String words) implements End {}

  /** It does no harm, and answers. */
  public record Answer() implements End {}

  /** All that are known. */
  public static Stream<HostileModule> all() {
    return Stream.of(
            HostileBytes.ALL,
            HostileDeclarations.ALL,
            HostileTypes.ALL,
            HostileCode.ALL,
            HostileMemory.ALL,
            HostileCalls.ALL,
            HostileMessages.ALL)
        .flatMap(List::stream);
  }

  static HostileModule java(String tries, End end, Supplier<byte[]> module) {
    return new HostileModule(tries, end, GuestAbi.JAVA_1, module);
  }

  static HostileModule linear(String tries, End end, Supplier<byte[]> module) {
    return new HostileModule(tries, end, GuestAbi.LINEAR_1, module);
  }

  @Override
  public String toString() {
    return tries;
  }
}
