package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Body;
import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.Arrays;
import java.util.List;

/**
 * Checks in the code of all functions what the rewriter relies on: that blocks nest, and that no
 * index reaches beyond what the module itself declares, where the rewriter's own additions will be.
 */
final class BodyCheck {
  private static final int MOST_NESTED = 1_000;

  private final ModuleShape module;
  private int[] blocks = new int[16];
  private int depth;

  BodyCheck(ModuleShape module) {
    this.module = module;
  }

  void check() {
    int index = module.importedFunctions();
    for (Body body : module.bodies()) check(body, module.functions().get(index++));
  }

  private void check(Body body, DefinedType.Function type) {
    Span code = body.code();
    BinaryReader in = new BinaryReader(module.bytes(), code.from(), code.to());
    int locals = type.parameters().size() + body.localCount();
    depth = 0;
    open(Opcode.BLOCK, code.from());
    while (depth > 0) {
      Instruction instruction = Instruction.read(in);
      nest(instruction);
      if (depth > 0) indices(instruction, locals);
    }
    in.end("a function");
  }

  private void nest(Instruction instruction) {
    int opcode = instruction.opcode();
    if (Opcode.opensBlock(opcode)) {
      open(opcode, instruction.offset());
    } else if (opcode == Opcode.ELSE) {
      if (blocks[depth - 1] != Opcode.IF) {
        throw new MalformedModuleException(instruction.offset(), "else without if");
      }
      blocks[depth - 1] = Opcode.ELSE;
    } else if (opcode == Opcode.END) {
      depth--;
    }
  }

  private void open(int opcode, int offset) {
    if (depth == MOST_NESTED) {
      throw new MalformedModuleException(offset, "more than " + MOST_NESTED + " nested blocks");
    }
    if (depth == blocks.length) blocks = Arrays.copyOf(blocks, depth * 2);
    blocks[depth++] = opcode;
  }

  private void indices(Instruction instruction, int locals) {
    switch (instruction.opcode()) {
      case Opcode.BLOCK, Opcode.LOOP, Opcode.IF -> blockType(instruction);
      case Opcode.TRY_TABLE -> {
        blockType(instruction);
        int[] labels = instruction.catchLabels();
        // The clauses stand outside the block that they guard.
        if (labels != null) for (int label : labels) label(instruction, label + 1L);
      }
      case Opcode.BR, Opcode.BR_IF, Opcode.BR_ON_NULL, Opcode.BR_ON_NON_NULL ->
          label(instruction, instruction.index());
      case Opcode.BR_ON_CAST, Opcode.BR_ON_CAST_FAIL ->
          label(instruction, instruction.immediates()[1]);
      case Opcode.BR_TABLE -> {
        for (long label : instruction.immediates()) label(instruction, label);
      }
      case Opcode.LOCAL_GET, Opcode.LOCAL_SET, Opcode.LOCAL_TEE ->
          below(instruction, locals, "local");
      case Opcode.GLOBAL_GET, Opcode.GLOBAL_SET -> below(instruction, module.globals(), "global");
      case Opcode.CALL, Opcode.RETURN_CALL ->
          below(instruction, module.functions().size(), "function");
      case Opcode.REF_FUNC -> {
        below(instruction, module.functions().size(), "function");
        module.referenced().set(instruction.index());
      }
      case Opcode.CALL_INDIRECT,
          Opcode.RETURN_CALL_INDIRECT,
          Opcode.CALL_REF,
          Opcode.RETURN_CALL_REF ->
          functionType(instruction);
      default -> objectType(instruction);
    }
  }

  private void objectType(Instruction instruction) {
    List<DefinedType> types = module.types();
    int opcode = instruction.opcode();
    if (opcode >= Opcode.STRUCT_NEW && opcode <= Opcode.STRUCT_SET) {
      Allocation.struct(instruction, types);
    } else if (opcode >= Opcode.ARRAY_NEW
        && opcode <= Opcode.ARRAY_INIT_ELEM
        && opcode != Opcode.ARRAY_LEN) {
      Allocation.array(instruction, types);
    }
  }

  private void blockType(Instruction instruction) {
    if (instruction.immediates()[0] >= 0) functionType(instruction);
  }

  private void functionType(Instruction instruction) {
    if (!(Allocation.type(instruction, module.types()) instanceof DefinedType.Function)) {
      throw new MalformedModuleException(instruction.offset(), "function of another type");
    }
  }

  private void label(Instruction instruction, long label) {
    if (label >= depth) throw new MalformedModuleException(instruction.offset(), "no such label");
  }

  private static void below(Instruction instruction, int count, String what) {
    if (instruction.index() >= count) {
      throw new MalformedModuleException(
          instruction.offset(), "no " + what + " " + instruction.index());
    }
  }
}
