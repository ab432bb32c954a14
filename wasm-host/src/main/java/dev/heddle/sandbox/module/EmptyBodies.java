package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.ModuleShape.Span;

/** A module in which every function does nothing but trap: what it declares, without its code. */
final class EmptyBodies {
  private static final int NO_LOCALS = 0;

  private EmptyBodies() {}

  static byte[] of(byte[] module) {
    Sections sections = Sections.of(module);
    BinaryWriter out = new BinaryWriter(module.length);
    out.bytes(module, 0, Sections.HEADER);
    for (int id : Sections.ORDER) {
      Span span = sections.known().get(id);
      if (span == null) continue;
      if (id == Sections.CODE) {
        out.u8(id).sized(code(new BinaryReader(module, span.from(), span.to()).count()));
      } else {
        out.u8(id).u32(span.length()).bytes(module, span.from(), span.to());
      }
    }
    return out.toByteArray();
  }

  private static BinaryWriter code(int functions) {
    BinaryWriter content = new BinaryWriter(4 * functions + 8).u32(functions);
    BinaryWriter body = new BinaryWriter(4).u8(NO_LOCALS).u8(Opcode.UNREACHABLE).u8(Opcode.END);
    for (int i = 0; i < functions; i++) content.sized(body);
    return content;
  }
}
