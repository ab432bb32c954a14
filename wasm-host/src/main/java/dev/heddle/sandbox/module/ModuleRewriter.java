package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Kind;
import dev.heddle.sandbox.module.ModuleShape.Span;
import java.util.ArrayList;
import java.util.List;

/** Writes a module anew with its meter, and without its custom sections. */
final class ModuleRewriter {
  private final ModuleShape module;
  private final MeterCode meter;
  private final TypeAdditions types;
  private final List<Integer> helperTypes = new ArrayList<>();
  private final BinaryWriter out;

  private ModuleRewriter(ModuleShape module) {
    this.module = module;
    this.meter = new MeterCode(module);
    this.types = new TypeAdditions(module.types().size());
    this.out = new BinaryWriter(module.bytes().length * 2);
  }

  static byte[] rewrite(ModuleShape module) {
    return new ModuleRewriter(module).rewrite();
  }

  private byte[] rewrite() {
    MeterFunctions.types().forEach(type -> helperTypes.add(types.add(type)));
    BinaryWriter code = code();
    out.bytes(module.bytes(), 0, Sections.HEADER);
    for (int id : Sections.ORDER) {
      switch (id) {
        case Sections.TYPE -> section(id, types());
        case Sections.FUNCTION -> section(id, functions());
        case Sections.MEMORY -> memory(id);
        case Sections.GLOBAL -> section(id, globals());
        case Sections.CODE -> section(id, code);
        case Sections.START -> {
          // The host calls it, once the meter has been set.
        }
        default -> copy(id);
      }
    }
    return out.toByteArray();
  }

  private void section(int id, BinaryWriter content) {
    out.u8(id).sized(content);
  }

  private void copy(int id) {
    Span span = module.sections().get(id);
    if (span != null) out.u8(id).u32(span.length()).bytes(module.bytes(), span.from(), span.to());
  }

  /** Compiled code finds its meter beside its memory, so there must be one, if an empty one. */
  private void memory(int id) {
    boolean imported = module.imports().stream().anyMatch(each -> each.kind() == Kind.MEMORY);
    if (imported || !module.memories().isEmpty()) {
      copy(id);
    } else {
      section(id, new BinaryWriter(4).u32(1).u8(1).u32(0).u32(0));
    }
  }

  private BinaryWriter types() {
    BinaryWriter content = new BinaryWriter(1024);
    content.u32((long) module.typeGroups() + types.added().size());
    Span span = module.sections().get(Sections.TYPE);
    if (span != null) content.bytes(module.bytes(), module.typesFrom(), span.to());
    types.added().forEach(type -> type.write(content));
    return content;
  }

  private BinaryWriter functions() {
    BinaryWriter content = counted(Sections.FUNCTION, helperTypes.size());
    helperTypes.forEach(content::u32);
    return content;
  }

  private BinaryWriter globals() {
    BinaryWriter content = counted(Sections.GLOBAL, Meter.Global.values().length);
    InstructionWriter code = new InstructionWriter(content);
    for (Meter.Global each : Meter.Global.values()) {
      content.u8(each.narrow() ? ValueType.I32 : ValueType.I64).u8(1);
      code.op(each.narrow() ? Opcode.I32_CONST : Opcode.I64_CONST, 0).op(Opcode.END);
    }
    return content;
  }

  /** A section's entries behind the number of what it will have. */
  private BinaryWriter counted(int id, int more) {
    Span span = module.sections().get(id);
    BinaryWriter content = new BinaryWriter(1024);
    if (span == null) return content.u32(more);
    BinaryReader in = new BinaryReader(module.bytes(), span.from(), span.to());
    content.u32((long) in.count() + more);
    return content.bytes(module.bytes(), in.position(), span.to());
  }

  private BinaryWriter code() {
    ModuleCosts costs = ModuleCosts.of(module);
    List<BinaryWriter> helpers = meter.functions().bodies();
    BinaryWriter content = new BinaryWriter(module.bytes().length * 2);
    content.u32((long) module.bodies().size() + helpers.size());
    for (int i = module.importedFunctions(); i < module.functions().size(); i++) {
      content.sized(new FunctionRewriter(module, meter, types, i, costs).rewrite());
    }
    helpers.forEach(content::sized);
    return content;
  }
}
