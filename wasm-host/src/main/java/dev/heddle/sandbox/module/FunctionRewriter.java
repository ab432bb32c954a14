package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.FunctionCosts.Calls;
import dev.heddle.sandbox.module.LoopIndexes.Index;
import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.LocalGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Writes one function anew, with what it spends. */
final class FunctionRewriter {
  private static final int NONE = Integer.MAX_VALUE;
  private static final long NO_RESULT = -64;

  private final ModuleShape module;
  private final MeterCode meter;
  private final TypeAdditions types;
  private final Body body;
  private final DefinedType.Function type;
  private final ModuleCosts all;
  private final FunctionCosts costs;
  private final BinaryWriter out = new BinaryWriter(256);
  private final InstructionWriter code = new InstructionWriter(out);
  private final List<Instruction> open = new ArrayList<>();
  private final int countLocal;
  private final int stackLocal;
  private final long stackBeforeThrowing;
  private final long stack;
  private int part;
  private long unaskedInPart;
  private final Map<Integer, Index> indexes;
  private int quietLoop = NONE;
  private LoopCount count;
  private int leavingPart = NONE;

  FunctionRewriter(
      ModuleShape module, MeterCode meter, TypeAdditions types, int index, ModuleCosts all) {
    this.module = module;
    this.meter = meter;
    this.types = types;
    this.body = module.bodies().get(index - module.importedFunctions());
    this.type = module.functions().get(index);
    this.all = all;
    this.costs = all.get(index);
    this.countLocal = type.parameters().size() + body.localCount();
    this.stackLocal = countLocal + (costs.quietLoops().isEmpty() ? 0 : 1);
    this.indexes = LoopIndexes.of(module, body, costs);
    this.count = new LoopCount.Counted(code, meter.functions(), countLocal);
    this.stackBeforeThrowing = all.stackBeforeThrowing(index);
    this.stack = all.stack(index);
  }

  BinaryWriter rewrite() {
    locals();
    if (!costs.paidByCallers()) {
      meter.enter(code, costs.entry(), stack);
    } else if (costs.asks()) {
      meter.spend(code, 0);
    }
    if (costs.catches()) meter.take(code, stackLocal);
    if (stack > 0) code.op(Opcode.BLOCK, blockType());
    BinaryReader in = new BinaryReader(module.bytes(), body.code().from(), body.code().to());
    while (in.hasRemaining()) instruction(Instruction.read(in));
    return out;
  }

  private void locals() {
    boolean counts = stackLocal > countLocal;
    out.u32(body.locals().size() + (counts ? 1 : 0) + (costs.catches() ? 1 : 0));
    for (LocalGroup group : body.locals()) {
      out.u32(group.count());
      group.type().write(out);
    }
    if (counts) out.u32(1).u8(ValueType.I32);
    if (costs.catches()) out.u32(1).u8(ValueType.I32);
  }

  /** The type of the block that holds the whole function, so that all ways out lead to its end. */
  private long[] blockType() {
    List<ValueType> results = type.results();
    if (results.isEmpty()) return new long[] {NO_RESULT};
    if (results.size() > 1) {
      return new long[] {types.forBlock(new DefinedType.Function(List.of(), results))};
    }
    ValueType result = results.getFirst();
    long code = result.code() - 0x80L;
    return result.hasHeapType() ? new long[] {code, result.heap()} : new long[] {code};
  }

  private void instruction(Instruction instruction) {
    int opcode = instruction.opcode();
    if (Opcode.opensBlock(opcode)) {
      open(instruction);
    } else if (opcode == Opcode.END) {
      end();
    } else {
      if (inQuietLoop() && leavesQuietLoop(instruction)) {
        leaveQuietLoop(instruction);
      } else {
        other(instruction);
      }
      if (FunctionCosts.beginsPart(opcode)) pay();
    }
  }

  private void other(Instruction instruction) {
    int opcode = instruction.opcode();
    if (opcode == Opcode.RETURN && stack > 0) {
      code.op(Opcode.BR, open.size());
      return;
    }
    if (opcode == Opcode.CALL) askBefore(instruction.index());
    if (Opcode.callsInPlaceOfReturning(opcode) && stack > 0) meter.leave(code, stack);
    meter.allocation(code, instruction);
    code.write(instruction);
  }

  private void open(Instruction instruction) {
    boolean loop = instruction.opcode() == Opcode.LOOP;
    if (loop && !inQuietLoop() && costs.quietLoops().contains(instruction.offset())) {
      count = count(instruction);
      count.begin();
      quietLoop = open.size();
    }
    open.add(instruction);
    code.write(instruction.opcode(), readable(instruction.immediates()));
    if (!loop) {
      pay();
    } else if (inQuietLoop()) {
      count.turn(nextPart());
    } else {
      meter.spend(code, nextPart());
      if (lands(instruction.offset())) meter.restore(code, stackLocal);
    }
  }

  private LoopCount count(Instruction loop) {
    Index index = indexes.get(loop.offset());
    return index == null
        ? new LoopCount.Counted(code, meter.functions(), countLocal)
        : new LoopCount.Indexed(code, meter.functions(), countLocal, index);
  }

  /** Asks whether to go on if much may have been paid by others in this part. */
  private void askBefore(int callee) {
    long more = all.get(callee).unaskedAsCallee();
    if (unaskedInPart + more > FunctionCosts.MOST_UNASKED) {
      meter.spend(code, 0);
      unaskedInPart = 0;
    }
    unaskedInPart += more;
  }

  private long nextPart() {
    unaskedInPart = 0;
    return costs.parts().get(++part);
  }

  /** Whether it is counted in a local here, but for parts that throw: those pay first. */
  private boolean inQuietLoop() {
    return quietLoop < open.size();
  }

  private void pay() {
    long fuel = nextPart();
    if (costs.throwingParts().contains(part)) {
      long counted = inQuietLoop() ? count.most() : 0;
      meter.enter(code, fuel + counted, stackBeforeThrowing);
    } else if (fuel > 0 && inQuietLoop()) {
      count.more(fuel);
    } else if (fuel > FunctionCosts.MODEST || fuel > 0 && costs.asks()) {
      meter.spend(code, fuel);
    } else if (fuel > 0) {
      meter.pay(code, fuel);
    }
  }

  /** Whether control may go on where nothing is counted in a local. */
  private boolean leavesQuietLoop(Instruction instruction) {
    if (leavingPart == part || costs.throwingParts().contains(part)) return false;
    int opcode = instruction.opcode();
    // A part in which others spend goes on elsewhere.
    if (spends(instruction)) leavingPart = part;
    return switch (opcode) {
      case Opcode.CALL -> all.get(instruction.index()).throwing() || leavingPart == part;
      case Opcode.THROW, Opcode.THROW_REF, Opcode.UNREACHABLE, Opcode.RETURN -> true;
      default -> leavingPart == part || Arrays.stream(instruction.labels()).anyMatch(this::leaves);
    };
  }

  private boolean spends(Instruction instruction) {
    int opcode = instruction.opcode();
    if (opcode == Opcode.CALL) return all.get(instruction.index()).asCallee() == Calls.SPENDING;
    return Opcode.calls(opcode) || opcode == Opcode.TABLE_GROW || Allocations.isBulk(opcode);
  }

  /** Pays what was counted if control goes on elsewhere; where that is hard to tell, always. */
  private void leaveQuietLoop(Instruction instruction) {
    int opcode = instruction.opcode();
    if (opcode == Opcode.BR_IF && takesNothing(instruction.index())) {
      code.op(Opcode.IF, NO_RESULT);
      endCounting();
      code.op(Opcode.BR, instruction.index() + 1L).op(Opcode.END);
      return;
    }
    if (Opcode.alwaysLeaves(opcode)) {
      endCounting();
    } else {
      // Control may stay, and then somebody must ask in each turn.
      count.spend();
    }
    other(instruction);
  }

  private void endCounting() {
    count.pay();
    if (costs.asks()) meter.spend(code, 0);
  }

  /** Whether a label that is not the function's own has no values. */
  private boolean takesNothing(int label) {
    if (label >= open.size()) return false;
    Instruction target = open.get(open.size() - 1 - label);
    long blockType = target.immediates()[0];
    if (blockType < 0) return blockType == NO_RESULT || target.opcode() == Opcode.LOOP;
    DefinedType.Function function = module.functionType((int) blockType);
    boolean loop = target.opcode() == Opcode.LOOP;
    return loop ? function.parameters().isEmpty() : function.results().isEmpty();
  }

  private boolean leaves(int label) {
    return open.size() - 1 - label < quietLoop;
  }

  private long[] readable(long[] immediates) {
    if (!TypeAdditions.isMisread(immediates[0])) return immediates;
    long[] copy = immediates.clone();
    copy[0] = types.forBlock(module.functionType((int) immediates[0]));
    return copy;
  }

  private void end() {
    code.op(Opcode.END);
    if (open.isEmpty()) {
      if (stack > 0) leave();
      return;
    }
    boolean quiet = inQuietLoop();
    Instruction opened = open.removeLast();
    if (quiet && !inQuietLoop()) {
      endCounting();
      quietLoop = NONE;
    }
    if (opened.opcode() != Opcode.LOOP && lands(opened.offset())) meter.restore(code, stackLocal);
    pay();
  }

  private void leave() {
    if (lands(FunctionCosts.BODY)) meter.restore(code, stackLocal);
    meter.leave(code, stack);
    code.op(Opcode.END);
  }

  private boolean lands(int offset) {
    return costs.landings().contains(offset);
  }
}
