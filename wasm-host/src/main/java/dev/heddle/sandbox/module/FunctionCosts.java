package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.Import;
import dev.heddle.sandbox.module.ModuleShape.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What running a function costs, found by reading it once.
 *
 * <p>It is paid in parts, so that code which a call jumps over costs little. A part begins with the
 * function, with each loop, and wherever else control may arrive or go on: there only if there is
 * enough to pay, for what is less is paid in advance.
 *
 * @param parts fuel to pay where each part begins, in the order in which they stand; 0 for those
 *     that are paid in advance
 * @param loops whether there are loops
 * @param calls whether it calls anything but in parts that throw
 * @param throwing parts that call something and then throw, by index; what they call is made for
 *     that, and they are rarely run, so that only they look after the stack
 * @param landings where the blocks begin behind whose end (for loops: at whose beginning) a caught
 *     exception goes on; {@link #BODY} for the end of the function
 */
record FunctionCosts(
    List<Long> parts, boolean loops, boolean calls, Set<Integer> throwing, Set<Integer> landings) {
  static final int BODY = -1;

  /** A function that calls nothing, does not loop and costs no more is paid for by its callers. */
  static final int SMALL = 40;

  /** The most fuel that is paid in advance. */
  static final int IN_ADVANCE = 64;

  private static final int ALLOCATION = 4;
  private static final int BULK = 8;
  private static final int EXCEPTION = 5_000;
  private static final int HOST_CALL = 50;

  /** Reads the functions that run off the host's stack, whatever its depth. */
  private static final String TRACE = "heddle.trace";

  private static final int TRACE_CALL = 2_000;

  long entry() {
    return parts.getFirst();
  }

  boolean paidByCallers() {
    return !calls
        && !loops
        && entry() <= SMALL
        && IntStream.range(1, parts.size())
            .allMatch(part -> parts.get(part) == 0 || throwing.contains(part));
  }

  /** Whether running it spends something that its callers have not paid. */
  boolean pays() {
    return !paidByCallers() || !throwing.isEmpty();
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

  /** What each of a module's functions costs, imported ones first. */
  static List<FunctionCosts> of(ModuleShape module) {
    List<FunctionCosts> alone = new ArrayList<>();
    for (Import each : module.imports()) {
      if (each.kind() != Kind.FUNCTION) continue;
      long cost = each.qualifiedName().equals(TRACE) ? TRACE_CALL : HOST_CALL;
      alone.add(new FunctionCosts(List.of(cost), false, true, Set.of(), Set.of()));
    }
    for (Body body : module.bodies()) alone.add(new Reading(module, List.of()).read(body));
    List<FunctionCosts> all = new ArrayList<>(alone.subList(0, module.importedFunctions()));
    for (int i = 0; i < module.bodies().size(); i++) {
      FunctionCosts costs = alone.get(module.importedFunctions() + i);
      boolean callees = costs.calls() || !costs.throwing().isEmpty();
      all.add(callees ? new Reading(module, alone).read(module.bodies().get(i)) : costs);
    }
    return all;
  }

  /** One reading of a function; {@code callees} is empty while they are not known. */
  private static final class Reading {
    private final ModuleShape module;
    private final List<FunctionCosts> callees;
    private final List<Long> parts = new ArrayList<>(List.of(0L));
    private final List<Open> blocks = new ArrayList<>();
    private final Set<Integer> landings = new HashSet<>();
    private boolean loops;
    private final Set<Integer> throwing = new HashSet<>();
    private boolean calls;
    private boolean partCalls;
    private boolean partThrows;
    private boolean partLeaves;
    private boolean mustPay = true;
    private long cost;

    Reading(ModuleShape module, List<FunctionCosts> callees) {
      this.module = module;
      this.callees = callees;
    }

    /**
     * A part in which later ones are paid too, and how much of them, whatever blocks they are in.
     */
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
      Payer payer;

      Open(int offset, Payer payer) {
        this.offset = offset;
        this.payer = payer;
      }
    }

    FunctionCosts read(Body body) {
      BinaryReader in = new BinaryReader(module.bytes(), body.code().from(), body.code().to());
      blocks.add(new Open(BODY, new Payer(0)));
      while (!blocks.isEmpty()) instruction(Instruction.read(in));
      return new FunctionCosts(
          List.copyOf(parts), loops, calls, Set.copyOf(throwing), Set.copyOf(landings));
    }

    private void instruction(Instruction instruction) {
      int opcode = instruction.opcode();
      partCalls |= Opcode.calls(opcode);
      cost += cost(instruction);
      if (!beginsPart(opcode)) {
        partThrows |= !partLeaves && (opcode == Opcode.THROW || opcode == Opcode.THROW_REF);
        partLeaves |= opcode == Opcode.BR || opcode == Opcode.BR_TABLE || opcode == Opcode.RETURN;
        return;
      }
      endPart();
      int[] catches = instruction.catchLabels();
      if (catches != null) {
        for (int label : catches) landings.add(blocks.get(blocks.size() - 1 - label).offset);
      }
      if (Opcode.opensBlock(opcode)) {
        blocks.add(new Open(instruction.offset(), blocks.getLast().payer));
      } else if (opcode == Opcode.END) {
        blocks.removeLast();
      } else if (opcode == Opcode.ELSE) {
        // What was paid in the branch before has not been paid here.
        blocks.getLast().payer = blocks.get(blocks.size() - 2).payer;
      }
      mustPay = opcode == Opcode.LOOP;
      loops |= mustPay;
      if (!blocks.isEmpty()) parts.add(0L);
    }

    private void endPart() {
      Open block = blocks.getLast();
      // The function's beginning and that of a loop are paid for in ways of their own.
      if (partCalls && partThrows && parts.size() > 1 && !mustPay) {
        throwing.add(parts.size() - 1);
      } else {
        calls |= partCalls;
      }
      partCalls = false;
      partThrows = false;
      partLeaves = false;
      if (mustPay || block.payer.inAdvance + cost > IN_ADVANCE) {
        block.payer = new Payer(parts.size() - 1);
      } else {
        block.payer.inAdvance += cost;
      }
      parts.set(block.payer.part, parts.get(block.payer.part) + cost);
      cost = 0;
    }

    private long cost(Instruction instruction) {
      return switch (instruction.opcode()) {
        case Opcode.CALL, Opcode.RETURN_CALL -> callCost(instruction.index());
        case Opcode.CALL_INDIRECT,
            Opcode.RETURN_CALL_INDIRECT,
            Opcode.CALL_REF,
            Opcode.RETURN_CALL_REF ->
            1 + SMALL;
        case Opcode.THROW, Opcode.THROW_REF -> EXCEPTION;
        default -> {
          if (Allocations.of(instruction) != Allocations.NONE) yield ALLOCATION;
          yield Allocations.isBulk(instruction.opcode()) ? BULK : 1;
        }
      };
    }

    private long callCost(int index) {
      if (callees.isEmpty()) return 1;
      FunctionCosts callee = callees.get(index);
      boolean imported = index < module.importedFunctions();
      return imported || callee.paidByCallers() ? 1 + callee.entry() : 1;
    }
  }
}
