package dev.heddle.sandbox.module;

import java.util.List;
import java.util.Set;

/**
 * What running a function costs.
 *
 * <p>It is paid in parts, so that code which a call jumps over costs little. A part begins with the
 * function, with each loop, and wherever else control may arrive or go on: there only if there is
 * enough to pay, for what is less is paid in advance.
 *
 * @param parts fuel to pay where each part begins, in the order in which they stand; 0 for those
 *     that are paid in advance
 * @param paidByCallers whether the first part is paid where the function is called, and its stack
 *     is held by the functions that hold some and are called from here
 * @param loops whether there are loops
 * @param calls what it calls but in parts that throw
 * @param callsByReference whether there are calls of who knows what among them
 * @param initializes the same of such functions that take and return nothing
 * @param throwing whether an exception may leave it
 * @param handles whether it has instructions whose cost depends on how much they handle
 * @param quietLoops where loops begin in which nothing else spends, but before it throws
 * @param throwingParts parts that call something and then throw, by index; what they call is made
 *     for that, and they are rarely run, so that only they look after the stack
 * @param landings where the blocks begin behind whose end (for loops: at whose beginning) a caught
 *     exception goes on; {@link #BODY} for the end of the function
 * @param callees what it calls by index, but in parts that throw
 * @param unasked the most that is paid in a call of it, or in a turn of its loops, before anybody
 *     asks whether to go on; without the first part
 */
record FunctionCosts(
    List<Long> parts,
    boolean paidByCallers,
    boolean loops,
    Calls calls,
    boolean callsByReference,
    boolean initializes,
    boolean throwing,
    boolean handles,
    Set<Integer> quietLoops,
    Set<Integer> throwingParts,
    Set<Integer> landings,
    Set<Integer> callees,
    long unasked) {
  static final int BODY = -1;

  /** What may be called by reference and costs no more is paid for by its callers. */
  static final int SMALL = 40;

  /** The same for what is only called by its index. */
  static final int MODEST = 300;

  /** What may be paid before anybody asks whether to go on: a millisecond, or less. */
  static final long MOST_UNASKED = 1 << 20;

  /** The most fuel that is paid in advance. */
  static final int IN_ADVANCE = 128;

  /** What a function calls, from what concerns the meter least to what does most. */
  enum Calls {
    NOTHING,
    /** Functions that spend nothing themselves. */
    QUIET,
    /** Those, and such as spend only before they throw. */
    THROWING,
    SPENDING
  }

  /** The costs of a function of the host, which spends from the meter, too. */
  static FunctionCosts ofHost(long cost) {
    return new FunctionCosts(
        List.of(cost),
        true,
        false,
        Calls.SPENDING,
        false,
        false,
        true,
        true,
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        0);
  }

  /** The same, but with its first part paid by its callers, or not. */
  FunctionCosts paidByCallers(boolean paid) {
    return new FunctionCosts(
        parts,
        paid,
        loops,
        calls,
        callsByReference,
        initializes,
        throwing,
        handles,
        quietLoops,
        throwingParts,
        landings,
        callees,
        unasked);
  }

  long entry() {
    return parts.getFirst();
  }

  /** What a function is that calls this one. */
  Calls asCallee() {
    if (!paidByCallers || loops || handles || calls == Calls.SPENDING) return Calls.SPENDING;
    for (int part = 1; part < parts.size(); part++) {
      if (parts.get(part) > 0 && !throwingParts.contains(part)) return Calls.SPENDING;
    }
    return throwing ? Calls.THROWING : Calls.QUIET;
  }

  /** Whether it looks after the stack at its beginning. */
  boolean holdsStack() {
    return !paidByCallers && calls == Calls.SPENDING;
  }

  /** Whether it asks whether to go on at its beginning and wherever it pays. */
  boolean asks() {
    return unasked > MOST_UNASKED;
  }

  /** What its callers pay in a call of it before anybody asks. */
  long unaskedAsCallee() {
    return paidByCallers && !asks() ? unasked : 0;
  }

  boolean catches() {
    return !landings.isEmpty();
  }

  /** Whether a part begins behind an instruction. */
  static boolean beginsPart(int opcode) {
    return switch (opcode) {
      case Opcode.ELSE,
          Opcode.END,
          Opcode.BR_IF,
          Opcode.BR_ON_NULL,
          Opcode.BR_ON_NON_NULL,
          Opcode.BR_ON_CAST,
          Opcode.BR_ON_CAST_FAIL ->
          true;
      default -> Opcode.opensBlock(opcode);
    };
  }
}
