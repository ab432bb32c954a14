package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.LocalGroup;
import java.util.ArrayList;
import java.util.List;

/** Writes one function anew, with what it spends. */
final class FunctionRewriter {
  private final ModuleShape module;
  private final MeterCode meter;
  private final TypeAdditions types;
  private final Body body;
  private final DefinedType.Function type;
  private final FunctionCosts costs;
  private final BinaryWriter out = new BinaryWriter(256);
  private final InstructionWriter code = new InstructionWriter(out);
  private final List<Instruction> open = new ArrayList<>();
  private final int meterLocal;
  private final long stack;
  private int part;

  FunctionRewriter(
      ModuleShape module, MeterCode meter, TypeAdditions types, int index, FunctionCosts costs) {
    this.module = module;
    this.meter = meter;
    this.types = types;
    this.body = module.bodies().get(index - module.importedFunctions());
    this.type = module.functions().get(index);
    this.costs = costs;
    this.meterLocal = type.parameters().size() + body.localCount();
    this.stack = costs.calls() ? stackUnits() : 0;
  }

  private long stackUnits() {
    long parameters = type.parameters().stream().mapToLong(ValueType::slots).sum();
    return 1 + (parameters + body.slots()) / Meter.SLOTS_PER_UNIT;
  }

  BinaryWriter rewrite() {
    locals();
    if (!costs.paidByCallers()) meter.enter(code, costs.entry(), stack, meterLocal);
    if (costs.catches()) meter.remember(code, meterLocal);
    if (stack > 0) code.op(Opcode.BLOCK, blockType());
    BinaryReader in = new BinaryReader(module.bytes(), body.code().from(), body.code().to());
    while (in.hasRemaining()) instruction(Instruction.read(in));
    return out;
  }

  private void locals() {
    int ours = costs.catches() ? 2 : costs.pays() ? 1 : 0;
    out.u32(body.locals().size() + (ours > 0 ? 1 : 0));
    for (LocalGroup group : body.locals()) {
      out.u32(group.count());
      group.type().write(out);
    }
    if (ours > 0) out.u32(ours).u8(ValueType.I64);
  }

  /** The type of the block that holds the whole function, so that all ways out lead to its end. */
  private long[] blockType() {
    List<ValueType> results = type.results();
    if (results.isEmpty()) return new long[] {-64};
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
    } else if (opcode == Opcode.RETURN && stack > 0) {
      code.op(Opcode.BR, open.size());
    } else {
      if (Opcode.callsInPlaceOfReturning(opcode)) meter.leave(code, stack);
      meter.allocation(code, instruction);
      code.write(instruction);
      if (FunctionCosts.beginsPart(opcode)) pay();
    }
  }

  private void open(Instruction instruction) {
    open.add(instruction);
    code.write(instruction.opcode(), readable(instruction.immediates()));
    if (instruction.opcode() != Opcode.LOOP) {
      pay();
      return;
    }
    meter.turn(code, costs.parts().get(++part), meterLocal);
    if (lands(instruction.offset())) meter.restore(code, meterLocal);
  }

  private void pay() {
    long fuel = costs.parts().get(++part);
    if (costs.throwing().contains(part)) {
      meter.enter(code, fuel, stackUnits(), meterLocal);
    } else if (fuel > 0) {
      meter.pay(code, fuel);
    }
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
    Instruction opened = open.removeLast();
    if (opened.opcode() != Opcode.LOOP && lands(opened.offset())) meter.restore(code, meterLocal);
    pay();
  }

  private void leave() {
    if (lands(FunctionCosts.BODY)) meter.restore(code, meterLocal);
    meter.leave(code, stack);
    code.op(Opcode.END);
  }

  private boolean lands(int offset) {
    return costs.landings().contains(offset);
  }
}
