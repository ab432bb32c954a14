package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.FunctionCosts.Calls;
import dev.heddle.sandbox.module.ModuleShape.Body;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One reading of a function, which finds what it costs. */
final class CostReading {
  private static final int ALLOCATION = 4;

  /** So that few bytes are allocated before anybody asks whether it was too much. */
  private static final int BYTES_PER_FUEL = 8;

  private static final int BULK = 8;
  private static final int EXCEPTION = 5_000;

  private final ModuleShape module;
  private final Callees callees;
  private final List<Long> parts = new ArrayList<>(List.of(0L));
  private final List<Open> blocks = new ArrayList<>();
  private final Set<Integer> landings = new HashSet<>();
  private final Set<Integer> quietLoops = new HashSet<>();
  private final Set<Integer> loopParts = new HashSet<>();
  private final Set<Integer> throwingParts = new HashSet<>();
  private final CallsOfPart called = new CallsOfPart();
  private final CallsOfPart calledByPart = new CallsOfPart();
  private boolean loops;
  private boolean throwing;
  private boolean handles;
  private boolean partDisturbs;
  private int partStaysIn = Integer.MAX_VALUE;
  private boolean partThrows;
  private boolean partLeaves;
  private boolean mustPay = true;
  private long cost;
  private long unasked;

  CostReading(ModuleShape module, Callees callees) {
    this.module = module;
    this.callees = callees;
  }

  /** Tells of functions that are called by index. */
  interface Callees {
    /**
     * What calling it costs.
     *
     * @param part from which part of its caller
     */
    long cost(int function, int part);

    /** What it is for its caller, and the same. */
    Calls kind(int function, int part);

    /** What it pays before it asks whether to go on, and the same. */
    long unasked(int function, int part);
  }

  /** What has been called. */
  private static final class CallsOfPart {
    final Set<Integer> functions = new HashSet<>();
    Calls calls = Calls.NOTHING;
    boolean byReference;
    boolean initializes;

    void add(Calls kind) {
      if (kind.compareTo(calls) > 0) calls = kind;
    }

    void add(CallsOfPart others) {
      functions.addAll(others.functions);
      add(others.calls);
      byReference |= others.byReference;
      initializes |= others.initializes;
    }

    void clear() {
      functions.clear();
      calls = Calls.NOTHING;
      byReference = false;
      initializes = false;
    }
  }

  /** A part in which later ones are paid too, and how much of them, whatever blocks they are in. */
  private static final class Payer {
    final int part;
    long inAdvance;

    Payer(int part) {
      this.part = part;
    }
  }

  /** A block that has begun: where, and who pays for short code in it. */
  private static final class Open {
    final int offset;
    final boolean loop;
    Payer payer;
    boolean quiet = true;

    Open(int offset, boolean loop, Payer payer) {
      this.offset = offset;
      this.loop = loop;
      this.payer = payer;
    }
  }

  /** Reads all of it; who pays for its beginning is decided by others. */
  FunctionCosts read(Body body) {
    BinaryReader in = new BinaryReader(module.bytes(), body.code().from(), body.code().to());
    blocks.add(new Open(FunctionCosts.BODY, false, new Payer(0)));
    while (!blocks.isEmpty()) instruction(Instruction.read(in));
    return new FunctionCosts(
        List.copyOf(parts),
        false,
        loops,
        called.calls,
        called.byReference,
        called.initializes,
        throwing,
        handles,
        Set.copyOf(quietLoops),
        Set.copyOf(throwingParts),
        Set.copyOf(landings),
        Set.copyOf(called.functions),
        unasked + unaskedInParts() + (long) quietLoops.size() * Meter.MOST_COUNTED);
  }

  /** Where a loop begins or a longer piece of code, and before something is thrown, it is asked. */
  private long unaskedInParts() {
    long sum = 0;
    for (int i = 1; i < parts.size(); i++) {
      boolean asks = loopParts.contains(i) || throwingParts.contains(i);
      if (!asks && parts.get(i) <= FunctionCosts.MODEST) sum += parts.get(i);
    }
    return sum;
  }

  private void instruction(Instruction instruction) {
    int opcode = instruction.opcode();
    cost += cost(instruction);
    if (Opcode.calls(opcode)) call(instruction);
    if (Allocations.isBulk(opcode) || opcode == Opcode.TABLE_GROW) {
      handles = true;
      partDisturbs = true;
    }
    boolean throwsNow = opcode == Opcode.THROW || opcode == Opcode.THROW_REF;
    throwing |= throwsNow;
    if (!FunctionCosts.beginsPart(opcode)) {
      partThrows |= !partLeaves && throwsNow;
      leave(instruction);
      return;
    }
    endPart();
    int[] catches = instruction.catchLabels();
    if (catches != null) {
      disturb(blocks.size());
      for (int label : catches) landings.add(blocks.get(blocks.size() - 1 - label).offset);
    }
    if (Opcode.opensBlock(opcode)) {
      boolean loop = opcode == Opcode.LOOP;
      blocks.add(new Open(instruction.offset(), loop, blocks.getLast().payer));
    } else if (opcode == Opcode.END) {
      Open ended = blocks.removeLast();
      if (ended.loop && ended.quiet) quietLoops.add(ended.offset);
    } else if (opcode == Opcode.ELSE) {
      // What was paid in the branch before has not been paid here.
      blocks.getLast().payer = blocks.get(blocks.size() - 2).payer;
    }
    mustPay = opcode == Opcode.LOOP;
    loops |= mustPay;
    if (blocks.isEmpty()) return;
    parts.add(0L);
    if (mustPay) loopParts.add(part());
  }

  /** Remembers where control first leaves a part. */
  private void leave(Instruction instruction) {
    int opcode = instruction.opcode();
    if (partLeaves) return;
    partLeaves = opcode == Opcode.BR || opcode == Opcode.BR_TABLE || opcode == Opcode.RETURN;
    if (opcode == Opcode.BR) partStaysIn = blocks.size() - instruction.index();
    if (opcode == Opcode.RETURN) partStaysIn = 0;
  }

  private int part() {
    return parts.size() - 1;
  }

  private void call(Instruction instruction) {
    int opcode = instruction.opcode();
    boolean returns = !Opcode.callsInPlaceOfReturning(opcode);
    if (byIndex(opcode)) {
      calledByPart.functions.add(instruction.index());
      unasked += callees.unasked(instruction.index(), part());
      Calls kind = callees.kind(instruction.index(), part());
      calledByPart.add(returns ? kind : Calls.SPENDING);
    } else {
      calledByPart.add(Calls.SPENDING);
      boolean initializes = passesNothing(module.functionType(instruction.index()));
      calledByPart.initializes |= initializes;
      calledByPart.byReference |= !initializes;
    }
  }

  private static boolean byIndex(int opcode) {
    return opcode == Opcode.CALL || opcode == Opcode.RETURN_CALL;
  }

  /** As those are which initialize something. */
  static boolean passesNothing(DefinedType.Function type) {
    return type.parameters().isEmpty() && type.results().isEmpty();
  }

  private void endPart() {
    Open block = blocks.getLast();
    // The function's beginning and that of a loop are paid for in ways of their own.
    if (calledByPart.calls != Calls.NOTHING && partThrows && part() > 0 && !mustPay) {
      throwingParts.add(part());
    } else {
      called.add(calledByPart);
      throwing |= calledByPart.calls.compareTo(Calls.THROWING) >= 0;
      partDisturbs |= calledByPart.calls == Calls.SPENDING;
      if (partDisturbs) disturb(Math.min(partStaysIn, blocks.size()));
    }
    calledByPart.clear();
    partDisturbs = false;
    partStaysIn = Integer.MAX_VALUE;
    partThrows = false;
    partLeaves = false;
    if (mustPay || block.payer.inAdvance + cost > FunctionCosts.IN_ADVANCE) {
      block.payer = new Payer(part());
    } else {
      block.payer.inAdvance += cost;
    }
    parts.set(block.payer.part, parts.get(block.payer.part) + cost);
    cost = 0;
  }

  /** Somebody else spends from the meter here, or control may come from where somebody did. */
  private void disturb(int outermost) {
    for (Open each : blocks.subList(0, outermost)) each.quiet = false;
  }

  private long cost(Instruction instruction) {
    int opcode = instruction.opcode();
    if (byIndex(opcode)) return 1 + callees.cost(instruction.index(), part());
    if (Opcode.calls(opcode)) return 1 + FunctionCosts.SMALL;
    if (opcode == Opcode.THROW || opcode == Opcode.THROW_REF) return EXCEPTION;
    return switch (Allocations.of(instruction)) {
      case FIXED -> ALLOCATION + Allocation.fixed(instruction, module.types()) / BYTES_PER_FUEL;
      case BY_LENGTH -> ALLOCATION;
      case NONE -> Allocations.isBulk(opcode) ? BULK : 1;
    };
  }
}
